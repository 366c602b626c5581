import Datasets
import Foundation
import ScratchFolder
import Testing

@testable import Experiments

/// The settings that name columns of a file.
@Suite struct ColumnSettingsTests {
  static let names = [
    "#Passengers", "Unnamed: 0", "a, b", "it's \"so\"", "{x}", "- y", "[z]", "日本", "all but", "null", "007",
  ]

  private func choices() -> ColumnRoles {
    var roles = ColumnRoles()
    for (index, name) in Self.names.enumerated() { roles[name] = ColumnRole.choices[index % ColumnRole.choices.count] }
    return roles
  }

  /// What `--set KEY=VALUE` makes of the table's base.
  private func set(_ key: String, _ text: String) -> SettingsReader {
    var reader = SettingsReader(experiment: SettingTableTests.base, folder: "")
    reader.read(assignment: "\(key)=\(text)")
    return reader
  }

  @Test func anyNameIsTakenInASet() {
    let roles = choices()
    #expect(set("data.columns", roles.text).experiment.recipe.columns == roles)
    var missing = MissingPolicies(.fill)
    for name in Self.names { missing.byColumn[name] = .dropRows }
    #expect(set("data.missing", missing.text).experiment.recipe.missing == missing)
    let selection = ColumnSelection(names: Self.names, isExcluding: true)
    #expect(set("data.inputs", selection.text).experiment.recipe.excluded == Self.names)
    for name in Self.names where name != "null" {
      #expect(set("data.columns", ColumnRoles([name: .out]).text).experiment.recipe.columns[name] == .out)
      #expect(set("data.inputs", "all but " + ColumnSelection(names: [name]).text).experiment.recipe.excluded == [name])
      for rule in [DataSplit.Rule.group(column: name), .time(column: name)] {
        let split = DataSplit(training: 0.6, validation: 0.25, test: 0.15, rule: rule)
        #expect(set("data.split", split.text).experiment.recipe.split == split)
      }
    }
    #expect(set("data.label", "#Passengers").experiment.recipe.label == "#Passengers")
    #expect(set("data.label", "Unnamed: 0").experiment.recipe.label == "Unnamed: 0")
    #expect(set("data.label", "'Unnamed: 0'").experiment.recipe.label == "Unnamed: 0")
    #expect(
      set("data.inputs", "Unnamed: 0; #Passengers").experiment.recipe.inputs.map(\.name) == [
        "Unnamed: 0", "#Passengers",
      ])
  }

  @Test func filesHoldThemToo() throws {
    var experiment = SettingTableTests.base
    experiment.recipe.columns = choices()
    experiment.recipe.excluded = Self.names
    experiment.recipe.missing = MissingPolicies(
      .category,
      byColumn: {
        var by = NamedChoices<MissingPolicy>(); by["a, b"] = .fill; return by
      }())
    experiment.recipe.split = DataSplit(training: 0.5, validation: 0.25, test: 0.25, rule: .time(column: "Unnamed: 0"))
    var reader = SettingsReader(experiment: SettingTableTests.base, folder: "")
    reader.read(experiment.demoFile, file: "base.yaml")
    #expect(reader.mistakes == [] && reader.experiment == experiment)
  }

  @Test(
    arguments: [
      ("data.columns", "Age: numbr", "\"numbr\" is none of the choices", "did you mean number?"),
      ("data.columns", "Age", "\"Age\" names no column: expected NAME: CHOICE", nil),
      ("data.columns", "\"Age: out", "a quoted name is not closed", nil),
      ("data.missing", "fil", "\"fil\" is none of the choices", "did you mean fill?"),
      ("data.split", "0.6/0.4", "expected three shares such as 0.6/0.2/0.2, found \"0.6/0.4\"", nil),
      ("data.split", "0.6/0.2/0.1", "the shares add up to 0.9, not to 1", nil),
      (
        "data.split", "0.6/0.2/0.2 by name", "\"by name\" is no way to split",
        "there are: stratified, random, by group COLUMN, by time COLUMN"
      ),
      ("data.inputs", "all but \"Age", "a quoted name is not closed", nil),
    ] as [(String, String, String, String?)])
  func whatIsWrongIsSaid(key: String, text: String, message: String, hint: String?) throws {
    let mistake = try #require(set(key, text).mistakes.first)
    #expect(mistake.description == "--set \(key)=\(text): \(message)" && mistake.hint == hint)
    #expect(throws: TypingMistake.self) {
      try #require(Setting(key: key)).changing(SettingTableTests.base, toTyped: text)
    }
  }

  /// All four at work on a file.
  @Test func theyAreUsed() throws {
    let scratch = try Scratch()
    let rows = (0..<40).map { "\($0),\($0 % 4),\($0 % 5 == 0 ? "" : "\($0 * 3 % 7)"),\($0 % 2 == 0 ? "even" : "odd")" }
    let path = try scratch.file("rows.csv", (["#id,Unnamed: 0,gap,kind"] + rows).joined(separator: "\n") + "\n")
    let opened = try Experiment.open(
      source: path,
      sets: [
        "data.inputs=all but #id", "data.columns=Unnamed: 0: category", "data.missing=column-out",
        "data.split=0.5/0.25/0.25 random",
      ])
    #expect(opened.dataset.inputNames == (0..<4).map { "Unnamed: 0=\($0)" })
    let data = try opened.experiment.learningData(from: opened.dataset)
    #expect(data.training.count == 20 && data.test.count == 10 && data.sealed?.count == 10 && data.testIsValidation)
  }
}

extension ColumnRoles {
  fileprivate init(_ roles: KeyValuePairs<String, ColumnRole>) {
    self.init()
    for (name, role) in roles { self[name] = role }
  }
}
