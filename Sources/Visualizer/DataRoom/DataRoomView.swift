import Datasets
import Experiments
import Plots
import Screen
import Session

/// How a file was understood and divided, every column of it, and its first rows.
struct DataRoomView {
  let run: Run
  let room: DataRoom
  let table: TableDescription
  let theme: Theme

  /// Nil where the samples are from no file.
  init?(_ run: Run, _ room: DataRoom, theme: Theme) {
    guard let table = run.dataset.table else { return nil }
    (self.run, self.room, self.table, self.theme) = (run, room, table, theme)
  }

  func draw(into frame: inout Frame, in region: Region) {
    let inside = frame.drawPanel(region, title: "data room", note: note, isFocused: true, theme: theme)
    let places = places(in: inside)
    for (row, line) in head(width: inside.width).prefix(places.head.height).enumerated() {
      frame.write(line, x: places.head.x + 1, y: places.head.y + row, maxWidth: places.head.width - 2)
    }
    columns(in: places.columns).draw(into: &frame, in: places.columns.inset(by: 1, 0), theme: theme)
    for (row, line) in foot(width: places.foot.width - 2).prefix(places.foot.height).enumerated() {
      frame.write(line, x: places.foot.x + 1, y: places.foot.y + row, maxWidth: places.foot.width - 2)
    }
    drawRows(into: &frame, in: places.rows)
  }

  /// The column whose line is at a row of the screen.
  func column(atY y: Int, in region: Region) -> Int? {
    let place = places(in: region.inset(by: 1, 1)).columns
    let column = firstColumn(in: place) + y - place.y - 1
    return y > place.y && y < place.maxY && table.columns.indices.contains(column) ? column : nil
  }

  private var note: String {
    let size = "\(table.rows) rows, \(table.columns.isEmpty ? run.dataset.inputs.columns : table.columns.count) columns"
    let file = table.file.split(separator: "/").last.map(String.init) ?? table.file
    return "\(file) · \(table.form) · \(size)"
  }
}

// MARK: Places

extension DataRoomView {
  private typealias Places = (head: Region, columns: Region, foot: Region, rows: Region)

  /// Lines of what is learned, the table of columns, two lines on the column with the cursor, and the first rows where there is
  /// room.
  private func places(in inside: Region) -> Places {
    let (head, below) = inside.split(above: min(head(width: inside.width).count, inside.height / 3))
    let rows = below.height >= 22 ? 7 : 0
    let (columns, rest) = below.split(above: min(table.columns.count + 1, max(3, below.height - 2 - rows)))
    let (foot, last) = rest.split(above: 2)
    return (head, columns, foot, last)
  }

  private func firstColumn(in place: Region) -> Int {
    firstRow(selected: room.selected, count: table.columns.count, rows: max(1, place.height - 1))
  }
}

// MARK: Lines

extension DataRoomView {
  /// What is predicted from what, how the rows are divided, and what is reached without learning.
  private func head(width: Int) -> [[Span]] {
    let data = run.trainer.data
    let left = table.leftOut.count
    var from = "from \(data.inputNames.count) inputs of \(table.columns.count { $0.inputs > 0 }) columns"
    if left > 0 { from += ", \(left) left out" }
    from += " · scaling \(run.experiment.recipe.scaling.rawValue)"
    if table.rowsKept < table.rows { from += " · \(table.rows - table.rowsKept) rows dropped: \(dropped)" }
    var lines: [[Span]] = [
      label(width: width), [Span(from, theme.text)],
      split(width: width), [Span(table.baselineLine, theme.text)],
    ]
    if let leak = table.suspectedLeaks.first {
      lines.append([Span("\(leak.name) alone tells the label almost surely: is it known beforehand?", theme.warning)])
    }
    if let remark = table.notes.first { lines.append([Span("note: \(remark.text)", theme.faint)]) }
    return lines
  }

  /// What is predicted, with the reasons where there is room.
  private func label(width: Int) -> [Span] {
    if table.labelLine.columnCount <= width - 2 { return [Span(table.labelLine, theme.text)] }
    let classes = table.label.classes.prefix(8).map { "\($0.name.prefix(20)) \($0.count)" }.joined(separator: ", ")
    let kind = table.label.task == .regression ? "a number" : "\(table.label.classes.count) classes: \(classes)"
    return [Span("predicts ", theme.text), Span(table.label.name, theme.title), Span(": \(kind)", theme.text)]
  }

  private var dropped: String {
    let parts = [(table.rowsWithoutLabel, "without a label"), (table.rowsWithMissing, "with a missing cell")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// The parts of the rows as a bar, and in numbers.
  private func split(width: Int) -> [Span] {
    let data = run.trainer.data
    let sealed = data.sealed?.count ?? 0
    let parts = [
      (data.training.count, "training", theme.series(0).style),
      (data.test.count, data.testIsValidation ? "validation" : "test", theme.series(1).style),
      (sealed, "sealed test\(testFile.map { " of \($0)" } ?? "")", theme.faint),
    ].filter { $0.0 > 0 }
    let all = max(1, parts.reduce(0) { $0 + $1.0 })
    let cells = max(6, min(30, width / 5))
    let bar = parts.map { Span(String(repeating: "█", count: max(1, $0.0 * cells / all)), $0.2) }
    let words = parts.flatMap { [Span("  \($0.0) ", $0.2), Span($0.1, theme.text)] }
    return [Span("rows ", theme.text)] + bar + words + [Span("  \(rule)", theme.faint)]
  }

  /// The name of the file that the test part is from.
  private var testFile: String? { run.dataset.testFile?.path.split(separator: "/").last.map { String($0.prefix(24)) } }

  private var rule: String {
    switch run.experiment.recipe.split?.rule {
    case nil, .random: "by chance"
    case .stratified: run.dataset.classNames == nil ? "by chance" : "each class in equal shares"
    case .group(let column): "each \(column) in one part"
    case .time(let column): "in the order of \(column)"
    }
  }

  /// The column with the cursor: why it has its role, and its first cells.
  private func foot(width: Int) -> [[Span]] {
    guard table.columns.indices.contains(room.selected) else { return [] }
    let column = table.columns[room.selected]
    let policy = run.experiment.recipe.missing.byColumn[column.name].map { " · missing: \($0.rawValue)" } ?? ""
    let cells = column.first.map { $0.isEmpty ? "·" : $0 }.joined(separator: ", ")
    return [
      [Span(column.name + " ", theme.title), Span("\(column.reason)\(policy)", theme.text)],
      [Span("first cells: \(cells)", theme.faint)],
    ]
  }
}

// MARK: Tables

extension DataRoomView {
  /// The columns in sight, a line each.
  private func columns(in place: Region) -> Table {
    let isWide = place.width >= 110
    let first = firstColumn(in: place)
    let shown = table.columns.dropFirst(first).prefix(max(0, place.height - 1))
    var columns = [
      Table.Column("column"), Table.Column("role"), Table.Column(isWide ? "missing" : "miss", .right),
      Table.Column("spread"), Table.Column(isWide ? "with label" : "label", .right),
      Table.Column(isWide ? "inputs" : "in", .right),
    ]
    if isWide { columns.insert(contentsOf: [Table.Column("type"), Table.Column("different", .right)], at: 2) }
    columns.insert(Table.Column("values"), at: isWide ? 6 : 4)
    if isWide { columns.append(Table.Column("why")) }
    return Table(
      columns: columns, rows: shown.map { cells(of: $0, isWide) }, selection: room.selected - first)
  }

  private func cells(of column: TableDescription.Column, _ isWide: Bool) -> [Span] {
    let style = column.role == .label ? theme.highlight : column.inputs > 0 ? theme.text : theme.faint
    let name = column.name.columnCount > 20 ? String(column.name.prefix(19)) + "…" : column.name
    let missing = column.missing == 0 ? "" : "\(column.missing)"
    let spread = Span(column.bars.padding(to: 12), theme.series(0).style)
    var cells = [Span(name, style), Span(role(of: column), style), Span(missing, theme.text), spread]
    cells += [
      Span(column.associationText, theme.text), Span(column.inputs > 0 ? "\(column.inputs)" : "", theme.text),
    ]
    if isWide {
      cells.insert(contentsOf: [Span(column.type, theme.faint), Span(column.distinctText, theme.text)], at: 2)
    }
    cells.insert(Span(column.rangeText, theme.text), at: isWide ? 6 : 4)
    return isWide ? cells + [Span(column.reason, theme.faint)] : cells
  }

  /// A star behind a role that was asked for.
  private func role(of column: TableDescription.Column) -> String {
    column.role.rawValue + (run.experiment.recipe.columns[column.name] == nil ? "" : "*")
  }

  /// The first rows as they stand in the file, the column with the cursor among them.
  private func drawRows(into frame: inout Frame, in region: Region) {
    guard region.width > 20, region.height > 3, !table.columns.isEmpty else { return }
    let region = region.split(above: 1).1
    frame.write(" the first rows", in: region, style: theme.title)
    let start = max(0, min(room.selected - 3, table.columns.count - 12))
    let shown = table.columns.dropFirst(start).prefix(30)
    let rows = (0..<min(region.height - 2, shown.map(\.first.count).min() ?? 0)).map { row in
      shown.map { Span($0.first[row].isEmpty ? "·" : String($0.first[row].prefix(14)), theme.text) }
    }
    let columns = shown.map { column in
      Table.Column(String(column.name.prefix(14)), column.type == "text" ? .left : .right)
    }
    Table(columns: columns, rows: rows)
      .draw(into: &frame, in: region.split(above: 1).1.inset(by: 1, 0), theme: theme)
  }
}
