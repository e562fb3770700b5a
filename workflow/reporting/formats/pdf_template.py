"""The Typst program that sets a report; everything that is said comes to it as data, never as markup."""

TEMPLATE = r"""
#let report = json(bytes(sys.inputs.report))
#let ink = rgb("#1f3a4d")
#let line = rgb("#9fb1bd")

#set document(title: report.title, author: report.agency)
#set text(font: ("Libertinus Serif", "DejaVu Sans"), size: 10.5pt, lang: report.language, region: "NO",
  hyphenate: true)
#set par(justify: false, leading: 0.62em, spacing: 0.95em)
#set page(paper: "a4", margin: (x: 2.2cm, top: 2.4cm, bottom: 2.2cm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8.5pt, fill: ink)
    report.agency; h(1fr); report.title
  },
  footer: context {
    set text(size: 8.5pt, fill: ink)
    let said = report.page.replace("{page}", str(counter(page).get().first()))
    h(1fr); said.replace("{pages}", str(counter(page).final().first()))
  })
#show title: set text(size: 24pt, fill: ink)
#show heading: set text(fill: ink)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)
#show figure.caption: set align(left)
#show figure.caption: set block(sticky: true)
#show figure.caption: set text(size: 9.5pt, weight: "bold", fill: ink)
#show figure: set block(breakable: true)
#set figure.caption(position: top)
#show table: set text(size: 8.5pt)
#show table: set par(leading: 0.5em)
// A word too long for its column is broken anywhere rather than written outside of it.
#show regex("\S{30,}|[^\s\p{L}–]{15,}"): it => it.text.clusters().join(sym.zws)

#let lines(all) = for (at, one) in all.enumerate() {
  if at > 0 { linebreak() }
  one
}
#let mark(number) = link(label("reference-" + str(number)), "[" + str(number) + "]")

#let said(block) = {
  let body = {
    lines(block.lines)
    if block.reference != none { " "; text(size: 8pt, mark(block.reference)) }
  }
  if block.typed_by == "" { par(body) } else {
    std.block(width: 100%, inset: (left: 10pt, y: 4pt), stroke: (left: 2pt + line), {
      text(size: 8.5pt, weight: "bold", fill: ink, block.typed_by)
      parbreak()
      body
    })
  }
}

#let cell(one) = {
  let shown = { lines(one.text.split("\n")); if one.typed { "*" } }
  table.cell(align: if one.number { right } else { left }, if one.typed { emph(shown) } else { shown })
}

#let tabled(it) = {
  figure(kind: table, supplement: none, numbering: none, caption: it.caption, table(
    columns: it.widths.map(each => each * 1fr),
    align: left,
    inset: (x: 4pt, y: 3.5pt),
    stroke: (x, y) => (bottom: if y == 0 { 1pt + ink } else { 0.4pt + line }),
    fill: (x, y) => if y == 0 { rgb("#e8eef2") },
    table.header(..it.headings.zip(it.numeric).map(((said, right)) => {
      table.cell(align: if right { std.right } else { left }, strong(said))
    })),
    ..for row in it.rows {
      row.cells.map(cell)
      if it.referred { (if row.reference == none [] else { mark(row.reference) },) }
    },
  ))
  if it.typed_note != "" { text(size: 8.5pt, it.typed_note) }
}

#let drawn(it) = {
  figure(kind: image, supplement: none, numbering: none, caption: it.caption,
    image(bytes(it.svg), format: "svg", width: 100%, alt: it.alternative))
  tabled(it.table)
}

#let section(it) = {
  heading(level: it.level, it.heading)
  for block in it.blocks {
    if block.kind == "paragraph" { said(block) }
    else if block.kind == "table" { tabled(block) }
    else { drawn(block) }
  }
}

#title()
#text(size: 13pt, fill: ink, report.agency)
#for (label, what) in report.facts { par({ strong(label + ":"); " "; what }) }
#if report.made != "" { par(report.made) }
#if report.contents != "" {
  show outline.entry.where(level: 1): set text(weight: "bold")
  outline(title: heading(level: 1, outlined: false, report.contents), depth: 2, indent: 1.2em)
  pagebreak(weak: true)
}

#for run in report.runs {
  if run.landscape { page(flipped: true, for each in run.sections { section(each) }) }
  else { for each in run.sections { section(each) } }
}

#if report.references.len() > 0 {
  heading(level: 1, report.references_heading)
  par(report.references_about)
  set text(size: 8.5pt)
  set par(spacing: 0.5em)
  columns(2, for (at, one) in report.references.enumerate() [
    #par(hanging-indent: 2em, { "[" + str(at + 1) + "] "; one }) #label("reference-" + str(at + 1))
  ])
}
"""
