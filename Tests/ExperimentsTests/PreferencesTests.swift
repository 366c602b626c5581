import Foundation
import ScratchFolder
import Testing

@testable import Experiments

/// What a person wants whatever is opened, as a file says it.
struct PreferencesTests {
  private let names = Preferences.Names(
    themes: ["dark", "light"], glyphs: ["ascii", "quadrants"], colors: ["none", "256"], keys: ["n", "b", "Space"])

  private func read(_ text: String) throws(Mistake) -> Preferences {
    var reader = SettingsReader(experiment: Experiment(name: "", source: .generator(.circle)), folder: "")
    let preferences = reader.preferences(text, file: "config.yaml", names)
    if let mistake = reader.mistakes.first { throw mistake }
    return preferences
  }

  private func refusal(of text: String) -> String? {
    do throws(Mistake) {
      _ = try read(text)
      return nil
    } catch {
      return error.description + (error.hint.map { "; " + $0 } ?? "")
    }
  }

  @Test func whatIsSaidIsRead() throws {
    let preferences = try read(
      """
      theme: light
      glyphs: ascii
      color: 256
      speed: 300
      history: {budget: 128}
      large: true
      mouse: false
      reduce-motion: true
      keys: {"w": "n", "y": "Space"}
      """)
    #expect(preferences.theme == "light" && preferences.glyphs == "ascii" && preferences.color == "256")
    #expect(preferences.isLarge && !preferences.usesMouse && preferences.reducesMotion)
    #expect(
      preferences.settings == [
        SettingChange(key: "speed", value: "300"), SettingChange(key: "history.budget", value: "128"),
      ])
    #expect(preferences.keys.map(\.key) == ["w", "y"] && preferences.keys.map(\.does) == ["n", "Space"])
  }

  @Test func nothingIsNeeded() throws {
    #expect(try read("") == Preferences())
    #expect(try read("# only words\n") == Preferences())
    #expect(try Preferences.read(names, path: "/nowhere/config.yaml") == Preferences())
  }

  /// What is printed is read again as the same.
  @Test(arguments: [
    "", "theme: dark", "speed: max\nhistory: {budget: 16}", "large: true\nmouse: false",
    "keys: {\"w\": \"b\", \"#\": \"n\"}", "language: en", "language: \"en\"",
  ])
  func whatIsPrintedIsReadAgain(text: String) throws {
    let preferences = try read(text)
    #expect(try read(preferences.text(names)) == preferences, "\(preferences.text(names))")
  }

  @Test func everyKeyIsPrinted() {
    let text = Preferences().text(names)
    for key in SettingsReader.preferenceKeys { #expect(text.contains("\(key): "), "\(key)") }
  }

  @Test(arguments: ["de", "EN", "en-GB", "no", "3", "null", "[en]", "{en: 1}", "''", "\"e\\u0301n\""])
  func otherLanguagesAreRefusedByTheOnesThereAre(value: String) {
    let refusal = refusal(of: "large: true\nlanguage: \(value)")
    #expect(refusal?.hasPrefix("config.yaml:2:11: expected a language (en), found ") == true, "\(refusal ?? "")")
    #expect(refusal?.contains("\n") == false)
  }

  @Test func theLanguageIsEnglishWhereNothingIsSaid() throws {
    #expect(try read("").language == "en" && read("language: en").language == "en")
    #expect(Preferences().text(names).contains("\nlanguage: en"))
  }

  @Test(arguments: [
    ("theme: drak", "config.yaml:1:8: there is no theme \"drak\"; did you mean dark?"),
    ("\nthemes: dark", "config.yaml:2:1: there is no setting \"themes\"; did you mean theme?"),
    ("speed: -3", "config.yaml:1:8: expected a number of updates a second above 0, found -3"),
    ("history: {budget: many}", "config.yaml:1:19: expected a whole number of MiB or a number, found \"many\""),
    ("large: 3", "config.yaml:1:8: expected true or false, found 3"),
    ("keys: {\"ww\": \"n\"}", "config.yaml:1:8: expected a letter or a sign, found \"ww\""),
    ("keys: {\"w\": \"N\"}", "config.yaml:1:13: there is no key \"N\"; did you mean n?"),
    ("- dark", "config.yaml:1:1: expected preferences (key: value), found a list"),
    ("theme: [", "config.yaml:2:1: not YAML: did not find expected node content"),
  ])
  func mistakesHaveTheirPlace(text: String, words: String) {
    let refusal = refusal(of: text)
    #expect(refusal != nil)
    // The place is what matters; how a number is refused is the table's own wording.
    #expect(
      refusal?.split(separator: ":").prefix(3).joined(separator: ":")
        == words.split(separator: ":").prefix(3).joined(separator: ":"))
    if !words.contains("number") { #expect(refusal?.hasPrefix(words.prefix(40)) == true, "\(refusal ?? "")") }
  }

  /// A demo that says something of a setting keeps it; one that does not follows the person, and the command line wins.
  @Test func demosAndTheCommandLineWin() throws {
    let folder = try Scratch()
    let path = try folder.file("own.yaml", "data: {source: xor4}\nspeed: 5\n")
    let wanted = [SettingChange(key: "speed", value: "300"), SettingChange(key: "history.budget", value: "128")]
    let own = try Experiment.open(source: path, preferring: wanted).experiment
    #expect(own.speed == .updatesPerSecond(5) && own.historyBudget == 128)
    let plain = try Experiment.open(source: "xor", preferring: wanted).experiment
    #expect(plain.historyBudget == 128)
    let set = try Experiment.open(source: path, sets: ["history.budget=8"], preferring: wanted).experiment
    #expect(set.historyBudget == 8)
  }
}
