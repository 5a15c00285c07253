"""How the printed page looks: A4, black on white, Chinese fonts of the reader's machine."""

STYLE = """
body { font: 16px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; max-width: 48em; margin: 1em auto; padding: 0 1em;
  color: #111; background: #fff; }
h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin: 0 0 .4em; } h3 { font-size: 1em; }
small, .id { color: #555; font-weight: normal; font-size: .85em; }
.card, .answer { border: 1px solid #999; border-radius: 6px; padding: .8em 1em; margin: 1em 0;
  break-inside: avoid; }
.bad { border-left: 6px solid #b3261e; } .good { border-left: 6px solid #1b6e3c; }
.dialogue { border-collapse: collapse; width: 100%; }
.dialogue th { width: 3.5em; text-align: left; vertical-align: top; font-weight: bold; }
.dialogue td, .dialogue th { padding: .15em .4em; overflow-wrap: anywhere; }
.focus { background: #ececec; outline: 1px solid #666; }
.skipped td { color: #555; }
mark { background: #ffe08a; text-decoration: underline; color: inherit; }
.lines { border-bottom: 1px dotted #888; height: 2.4em; margin: .4em 0 0; }
dt { font-weight: bold; float: left; clear: left; width: 6em; } dd { margin: 0 0 .3em 6.5em; }
.counts { border-collapse: collapse; } .counts td, .counts th { border: 1px solid #999;
  padding: .1em .5em; text-align: left; }
@page { size: A4; margin: 15mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
  .answers { break-before: page; }
  a { color: inherit; text-decoration: none; }
  .focus, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
