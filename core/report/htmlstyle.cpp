// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlstyle.h"

namespace report {
namespace {

// Lines of series may be brighter than text: "…-text" is the same hue, readable.
constexpr const char *lightPalette = R"(
--bg:#f4f6f8;--surface:#ffffff;--line:#dfe4ea;--grid:#eceff3;--base:#c3cad3;--text:#1a1f26;--dim:#566170;
--accent:#0b7a75;--accentbg:#e3f2f1;--band:#e3f1f0;--bad:#b83a06;--badbg:#fdeee6;--good:#08704b;--goodbg:#e4f5ee;
--heap:#0072b2;--rss:#d58a00;--goal:#7a8794;--goroutines:#8a5aa8;--threads:#4d6fa3;--files:#b5532a;--rate:#008060;
--heap-text:#0069a5;--rss-text:#8a5a00;--goal-text:#566170;--goroutines-text:#7d4e9c;--threads-text:#3f5f91;
--files-text:#a5481f;--rate-text:#00714f;
)";

constexpr const char *darkPalette = R"(
--bg:#13171c;--surface:#1a1f26;--line:#2c343e;--grid:#242b34;--base:#46515e;--text:#e7eaee;--dim:#9aa6b3;
--accent:#3cc4ba;--accentbg:#15312f;--band:#1d3336;--bad:#ff8a5c;--badbg:#3a2018;--good:#4fd19b;--goodbg:#12322a;
--heap:#56b4e9;--rss:#f0b429;--goal:#8e9aa7;--goroutines:#c79be0;--threads:#8fb0e6;--files:#f08a5d;--rate:#35c48d;
--heap-text:#56b4e9;--rss-text:#f0b429;--goal-text:#9aa6b3;--goroutines-text:#c79be0;--threads-text:#8fb0e6;
--files-text:#f08a5d;--rate-text:#35c48d;
)";

constexpr const char *pageRules = R"(
*{box-sizing:border-box;margin:0}
html{-webkit-text-size-adjust:100%}
body{background:var(--bg);color:var(--text);font:14px/1.5 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif;padding:32px 24px 48px}
main,header,footer{max-width:1104px;margin:0 auto}
header{display:flex;align-items:baseline;gap:8px 16px;flex-wrap:wrap;color:var(--dim);font-size:13px;margin-bottom:20px}
header b{color:var(--text);font-size:15px;letter-spacing:-.01em}
header b i{color:var(--accent);font-style:normal;margin-right:6px}
header time{margin-left:auto;font-variant-numeric:tabular-nums}
h1{font-size:26px;line-height:1.28;font-weight:650;letter-spacing:-.018em;max-width:30em;overflow-wrap:anywhere;text-wrap:pretty}
.verdict{margin-bottom:8px}
.lead{font-size:18px;line-height:1.45;margin-top:8px;max-width:44em;letter-spacing:-.005em}
.note{color:var(--dim);margin-top:6px;max-width:60em}
h2{font-size:15px;font-weight:650;letter-spacing:-.005em;margin:32px 0 10px}
h2 small{font-weight:400;color:var(--dim);font-size:13px;margin-left:8px;letter-spacing:0}
h3{font-size:13px;font-weight:500;color:var(--dim)}
.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:16px 20px}
code,.mono{font:12px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
)";

constexpr const char *partRules = R"(
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));gap:0;padding:0;overflow:hidden}
.tile{padding:14px 16px 12px 20px;box-shadow:-1px 0 0 var(--line),0 -1px 0 var(--line)}
.tile .v{font-size:24px;line-height:1.25;font-weight:650;letter-spacing:-.015em;font-variant-numeric:tabular-nums;white-space:nowrap}
.tile .c{font-weight:600;font-size:13px}
.tile .d{color:var(--dim);font-size:13px}
.tile dl{display:grid;grid-template-columns:auto 1fr;gap:0 10px;font-size:13px;margin-top:2px;font-variant-numeric:tabular-nums}
.tile dt{color:var(--dim)}
.why{padding:4px 20px}
.why section{display:grid;grid-template-columns:190px 1fr;gap:2px 20px;align-items:baseline;padding:12px 0}
.why section+section{border-top:1px solid var(--grid)}
.why .n{font-size:13px;color:var(--dim);font-variant-numeric:tabular-nums}
.why p{grid-column:2;overflow-wrap:anywhere}
.pill{display:inline-block;border-radius:10px;padding:1px 9px;font-size:12.5px;font-weight:600;white-space:nowrap;background:var(--grid);color:var(--dim)}
.pill.bad{background:var(--badbg);color:var(--bad)}
.pill.good{background:var(--goodbg);color:var(--good)}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:13px}
th{text-align:left;font-weight:500;color:var(--dim);padding:7px 12px 7px 0;border-bottom:1px solid var(--line);white-space:nowrap}
td,tbody th{padding:6px 12px 6px 0;border-bottom:1px solid var(--grid);vertical-align:top;overflow-wrap:anywhere}
tbody th{font-weight:500;color:var(--text);white-space:normal;min-width:11em}
tbody tr:last-child td,tbody tr:last-child th{border-bottom:0}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;overflow-wrap:normal}
.fit{width:1%;padding-right:32px;white-space:nowrap;font-variant-numeric:tabular-nums}
.num{padding-right:20px}.num:last-child{padding-right:0}
.dense table{font-size:12px}.dense .num{padding-right:11px}.dense .num:last-child{padding-right:0}
.dim{color:var(--dim)}
details summary{cursor:pointer;color:var(--accent);font-weight:600;padding:8px 0 2px}
summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 24px;font-size:13px}
dl.facts dt{color:var(--dim)}
dl.facts dd{overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
footer{color:var(--dim);font-size:13px;margin-top:24px}
)";

constexpr const char *chartRules = R"(
.chart{padding:12px 8px 8px;overflow-x:auto}
svg{display:block;width:100%;min-width:760px;height:auto}
svg text{font:11px Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--dim);font-variant-numeric:tabular-nums;white-space:pre}
svg text.title{font-weight:600;fill:var(--text)}
svg text.label{font-weight:600}
svg .end{text-anchor:end}
svg .middle{text-anchor:middle}
.grid,.base{stroke:var(--grid);shape-rendering:crispEdges}
.base{stroke:var(--base)}
.torn{fill:none;stroke:var(--dim);stroke-linejoin:round}
.band{fill:var(--band)}
rect.collapse{fill:var(--badbg)}
svg text.collapse{fill:var(--bad)}
.line{fill:none;stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round}
.earlier{fill:var(--base)}
.range{opacity:.3;stroke-linejoin:round}
.line.heapGoal{stroke-dasharray:5 3;stroke-width:1.1}
.pole{fill:none;stroke:var(--dim);stroke-dasharray:1 2}
.flag{fill:var(--dim)}
.lost .flag,.restarted .flag,.alertRaised .flag{fill:var(--bad)}
.column rect{fill:none;pointer-events:all}
.column path,.column circle,.column text{visibility:hidden;pointer-events:none}
.column path{fill:none;stroke:var(--dim);stroke-width:1}
.column circle{stroke:var(--surface);stroke-width:1.5}
.column text{fill:var(--text)}
.column tspan{font-weight:600}
.column:hover path,.column:hover circle,.column:hover text{visibility:visible}
svg:has(.column:hover) .hint{visibility:hidden}
)";

constexpr const char *paperRules = R"(
@media (max-width:640px){body{padding:20px 14px 32px}h1{font-size:21px}.lead{font-size:16px}.why section{grid-template-columns:1fr}.why p{grid-column:1}}
@page{margin:14mm 12mm}
@media print{
body{background:none;padding:0;font-size:9.5pt}
h1{font-size:17pt}.lead{font-size:12pt}table,dl.facts,.tile dl,.tile .c,.why .n{font-size:8.5pt}
.pill{font-size:8pt}.card{padding:10px 14px}.chart{padding:6px}
.tiles{grid-template-columns:repeat(auto-fit,minmax(96px,1fr));padding:0}.tile{padding:8px 4px 8px 12px}.tile .v{font-size:14pt}
main,header,footer{max-width:none}
.card{border-color:#c3cad3}
.hint,.column{display:none}
h2{break-after:avoid}.whole,.tile,.why section,tr,svg{break-inside:avoid}
svg{min-width:0;max-height:92mm}svg text{font-size:13px}
th,td,tbody th{padding:5px 8px 5px 0}.num{padding-right:9px}.num:last-child{padding-right:0}tbody th{min-width:8em}
.dense table{font-size:7pt}.dense .num{padding-right:5px}
.chart,.scroll{overflow:visible}
.band,.pill,.flag,.collapse{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)";

constexpr const char *series[][2] = {
    {"heap", "heap"},       {"rss", "rss"},           {"heapGoal", "goal"},  {"goroutines", "goroutines"},
    {"threads", "threads"}, {"descriptors", "files"}, {"rate", "rate"},      {"anonymousRss", "rss"},
    {"sockets", "threads"}, {"pipes", "goal"},        {"openFiles", "heap"}, {"deletedFiles", "goroutines"},
    {"disk", "files"},      {"diskBytes", "heap"},
};

QByteArray seriesRules()
{
    QByteArray css;
    for (const auto &[name, color] : series) {
        const QByteArray selector = QByteArray(".") + name;
        const QByteArray variable = QByteArray("var(--") + color;
        css += ".line" + selector + ",.range" + selector + "{stroke:" + variable + ")}";
        css += ".range" + selector + ",circle" + selector + "{fill:" + variable + ")}";
        css += "svg text.label" + selector + "{fill:" + variable + "-text)}";
        css += ".tile" + selector + " .v{color:" + variable + "-text)}\n";
    }
    return css;
}

} // namespace

QByteArray htmlStyle()
{
    // Paper is white whatever the reader's system prefers, so dark is for screens only.
    return QByteArray("\n:root{color-scheme:light dark;") + lightPalette
        + "}\n@media screen and (prefers-color-scheme:dark){:root{" + darkPalette + "}}" + pageRules
        + partRules + chartRules + seriesRules() + paperRules;
}

QString paperColour(const char *name)
{
    const QByteArray palette(lightPalette), key = QByteArray("--") + name + ':';
    const qsizetype at = palette.indexOf(key);
    Q_ASSERT(at >= 0);
    return QString::fromLatin1(palette.mid(at + key.size(), 7)); // "#rrggbb"
}

QString seriesColour(const QStringList &classes, const char *kind)
{
    for (const auto &[name, colour] : series) {
        if (classes.contains(QLatin1StringView(name)))
            return paperColour(QByteArray(QByteArray(colour) + kind).constData());
    }
    return {};
}

} // namespace report
