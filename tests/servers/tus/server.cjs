// SPDX-License-Identifier: GPL-3.0-or-later

// The reference implementation of tus 1.0 for Node.js as a server for tests:
//
//     node server.cjs --folder F --socket FILE [--max BYTES]
//
// Uploads are kept as F/<id>, with what is known of each in F/<id>.json. On the first line of stdout it says that it
// listens.
'use strict';

const fs = require('node:fs');
const { Server } = require('@tus/server');
const { FileStore } = require('@tus/file-store');

const options = {};
for (let i = 2; i < process.argv.length; i += 2) options[process.argv[i].slice(2)] = process.argv[i + 1];

const server = new Server({
  path: '/files',
  datastore: new FileStore({ directory: options.folder }),
  maxSize: Number(options.max ?? 0),
});
fs.rmSync(options.socket, { force: true }); // left by one that was killed
server.listen({ path: options.socket }).on('listening', () => console.log('listening'));
