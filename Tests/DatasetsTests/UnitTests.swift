import Datasets
import ScratchFolder
import Testing

/// Numbers with units behind them, clock times, tables that are one JSON object, and pages that are no tables.
struct UnitTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ text: String) throws -> Dataset {
    try DataRecipe(source: .file(path: try scratch.file("t.data", text))).load()
  }

  @Test(
    arguments: [
      ("70 kg", "81.5 kg", "kg"), ("70kg", "81.5kg", "kg"), ("70 years", "81.5 years", "years"),
      ("70 °C", "81.5 °C", "°C"), ("70k", "81.5k", "k"), ("70", "81.5 m²", "m²"),
    ])
  func aUnitBehindEachNumber(_ first: String, _ second: String, _ unit: String) throws {
    let data = try read("size,y\n\(first),p\n\(second),q\n\(second),p\n,q\n")
    #expect([0, 1, 2].map { data.inputs[$0, 0] } == [70, 81.5, 81.5])
    #expect(data.table?.notes.contains(.notation(column: "size", unit: unit)) == true)
    #expect(data.table?.columns.first?.missing == 1)
  }

  @Test func mixedUnitsAreTexts() throws {
    let data = try read("size,y\n" + (0..<20).map { "\($0 % 4)\($0 % 2 == 0 ? "M" : "k"),\($0 % 2)\n" }.joined())
    #expect(data.table?.columns.first?.role == .category)
  }

  @Test func clockTimesAreHours() throws {
    let data = try read("start,y\n7:30,p\n18:45,q\n00:15,p\n12:00:36,q\n")
    #expect(data.inputs.elements == [7.5, 18.75, 0.25, 12.01])
    #expect(data.table?.notes.contains(.notation(column: "start", unit: nil)) == true)
    let others = try read("start,y\n7:30,p\n7:75,q\n7:99,p\n7:98,p\n")
    #expect(others.table?.columns.first?.role == .category)
  }

  @Test(
    arguments: [
      #"{"a": [1, 3, 5], "b": [2, 4, 6], "y": ["p", "q", "p"]}"#,
      #"{"a": {"0": 1, "1": 3, "2": 5}, "b": {"0": 2, "1": 4, "2": 6}, "y": {"0": "p", "1": "q", "2": "p"}}"#,
      #"{"about": {"from": "x", "by": ["z"]}, "data": [{"a": 1, "b": 2, "y": "p"}, {"a": 3, "b": 4, "y": "q"}, {"a": 5, "b": 6, "y": "p"}]}"#,
      #"{"columns": ["a", "b", "y"], "index": [0, 1, 2], "data": [[1, 2, "p"], [3, 4, "q"], [5, 6, "p"]]}"#,
    ])
  func aTableInOneObject(_ text: String) throws {
    let data = try read(text)
    #expect(data.inputNames == ["a", "b"] && data.inputs.elements == [1, 2, 3, 4, 5, 6])
    #expect(data.labels == .classes([0, 1, 0], names: ["p", "q"]))
  }

  @Test(
    arguments: [
      #"{"a": [1, 2], "y": ["p"]}"#, #"{"a": [1, 2"#, #"{"a": [[1, 2], [3]]}"#, #"{"a": [1, [2]]}"#, #"{"a": []}"#,
      #"{"columns": ["a", "a"], "data": [[1, 2], [3, 4]]}"#, #"{"a": {"b": {"c": 1}}, "d": {"e": [2]}}"#,
    ])
  func brokenObjects(_ text: String) {
    #expect { try read(text) } throws: { error in
      if case .badJSON? = (error as? DataError)?.problem { true } else { false }
    }
  }

  @Test(arguments: ["<!DOCTYPE html>\n<html>", "\n <HTML lang=en>", "<table><tr><td>1</td></tr></table>"])
  func webPages(_ text: String) {
    #expect { try read(text) } throws: { ($0 as? DataError)?.problem == .foreign(.html) }
  }

  @Test func whyThereIsNothingToLearnFrom() throws {
    let words = (0..<40).map { "\"word \($0)\",\($0 % 2)\n" }.joined()
    #expect { try read("review,y\n" + words) } throws: { error in
      "\(error)".contains(#""review" is left out ("#)
    }
  }

  @Test func ofCoordinatesNoneIsALabel() throws {
    #expect(try read("x,y,Churn\n1,2,True\n2,3.5,False\n3,1.5,True\n").labelName == "Churn")
    #expect(try read("x,y\n1,2\n2,3.5\n3,1.5\n").labelName == "y")
  }
}
