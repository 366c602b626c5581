import Datasets
import ScratchFolder
import Testing

/// Rows read back in the file's own words.
struct RowCellTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func load(_ text: String, _ change: (inout DataRecipe) -> Void = { _ in }) throws -> Dataset {
    var recipe = DataRecipe(source: .file(path: try scratch.file("t.csv", text)))
    change(&recipe)
    return try recipe.load()
  }

  /// Every cell of a table of all kinds comes back as it stands in the file.
  @Test func eachKindOfColumn() throws {
    let colours = ["red", "blue", "dark = green", "red"]
    let rows = (0..<40).map { row -> [String] in
      [
        "\(Double(row * 13 % 40) + 0.5)", colours[row % 4], row % 3 == 0 ? "Yes" : "No",
        "2024-0\(1 + row % 9)-1\(row % 7)", row % 5 == 0 ? "" : "\(row % 3).25", row % 2 == 0 ? "p" : "q",
      ]
    }
    let text = (["size,colour,smokes,seen,dose,y"] + rows.map { $0.joined(separator: ",") }).joined(separator: "\n")
    let data = try load(text)
    #expect(data.inputNames.contains("colour=dark = green") && data.inputNames.contains("dose=missing"))
    for (number, row) in rows.enumerated() {
      let cells = data.cells(ofRow: number)
      #expect(cells.map(\.column) == ["size", "colour", "smokes", "seen", "dose"])
      #expect(cells[0].value == .number(Double(row[0])!) && cells[1].value == .words(row[1]))
      #expect(cells[2].value == .words(row[2]) && cells[3].value == .words(row[3]))
      #expect(cells[4].value == (row[4].isEmpty ? .words("missing") : .number(Double(row[4])!)))
    }
  }

  @Test func fewGapsWithoutAMark() throws {
    let data = try load(
      "a,y\n" + (0..<50).map { "\($0 == 17 ? "" : "\($0 * 7 % 50).5"),\($0 % 2 == 0 ? "p" : "q")\n" }.joined())
    #expect(data.inputNames == ["a"])
    #expect(data.cells(ofRow: 17)[0].value == .words("missing") && data.cells(ofRow: 16)[0].value == .number(12.5))
  }

  @Test func rareTextsAndNumbersAsCategories() throws {
    let text =
      "town,zip,y\n" + (0..<90).map { "t\($0 < 60 ? $0 % 4 : $0),\([10, 20, 30][$0 % 3]),\($0 % 2)\n" }.joined()
    let data = try load(text) {
      $0.columns["zip"] = .category; $0.columns["town"] = .category
    }
    #expect(data.cells(ofRow: 1).map(\.value) == [.words("t1"), .words("20")])
    #expect(data.cells(ofRow: 80).map(\.value)[0] == .words("other"))
  }

  /// Large numbers keep their differences, and made samples have a number for each input.
  @Test func numbersInTheirOwnUnits() throws {
    let data = try load("t,y\n" + (0..<30).map { "\(1_700_000_000 + $0 * $0),\($0 % 2)\n" }.joined()) {
      $0.columns["t"] = .number
    }
    #expect(data.cells(ofRow: 5)[0].value == .number(1_700_000_025))
    let made = Generator.circle.dataset(count: 4, seed: 1)
    #expect(made.cells(ofRow: 2).map(\.column) == made.inputNames)
  }
}
