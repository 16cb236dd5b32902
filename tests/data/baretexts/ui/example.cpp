// SPDX-License-Identifier: GPL-3.0-or-later
// Never compiled: what tests/baretexts must find is marked, and it must find nothing else.

void example(QLabel &label, const QString &name)
{
    label.setText(QStringLiteral("Retry")); // found
    label.setToolTip(QLatin1String("Retry %1").arg(name)); // found
    label.setText(QStringLiteral("%1: %2"));
    label.setText(tr("This is said in every language"));
    label.setPlaceholderText(QStringLiteral("https://files.example.org/upload"));
    auto *button = new QPushButton(QStringLiteral("Retry")); // found
    const QString key = QStringLiteral("retry");
    const QString rule = QStringLiteral("card whole");
    const QString sentence = QStringLiteral("the \"%1\" was left out by it").arg(name); // found
    refuse(ErrorKind::NotFound, QStringLiteral("missing")); // found
    refuse(ErrorKind::NotFound, tr("missing"));
    return wrong(QStringLiteral("there is no %1").arg(name)); // found
}
