import Testing

@testable import Experiments

/// However a value comes in, by a file, `--set`, or typed in the panel and behind `--plain`'s `set`, it is the same value, or refused
/// for the same reason.
@Suite struct SpellingTests {
  static let texts = [
    "0.3", "0,3", ".5", "5.", "1e3", "1E3", "1e-3", "1e400", "+5", "-5", "−5", "5", " 5 ", "5.0", "5.5", "05",
    "0", "1", "1/3",
    "3/1", "1/0", "1,000", "1.000", "1_000", "_1", "1_", "1__0", "0x10", "0b1", "1 000", "٣", "½", "inf", "-inf",
    ".inf", "nan",
    ".nan", "NaN", "50%", "50 %", "0.5%", "70", "5/s", "5 /s", "64MiB", "64 MiB", "64 mib", "yes", "no", "on", "off",
    "true", "false", "True", "FALSE", "y",
    "Yes", "none", "None", "all", "default", "max", "18446744073709551615", "18446744073709551616",
    "9223372036854775808", "8-8", "8 8",
    "8, 8", "[8, 8]", "[8]", "[]", "8-", "8--8", "[0.1, 0,2]", "0.1 0.2", "0,1 0,2", "20% 30%", "20 % 30 %",
    "[20 %, 0.3]", "[1/4, 1e-1]",
    "adam", "Adam", "ADAM", "adm", "tanh", "ReLU", "relu", "tanh relu", "[tanh, ReLU]", "x1 x2", "[x1, x2]", "x1; x2",
    "'5'",
    "'adam'", "spiral", "a < b", "1:30", "2026-11-27", "1e3 updates",
  ]

  /// One setting of each shape and unit at least.
  static let settings = [
    Setting.learningRate, .seed, .noise, .trainShare, .shuffle, .units, .dropout, .optimizer, .activation, .batch,
    .speed, Setting(key: "history.budget")!,
    .inputs, .clipping, .data, Setting(key: "data.samples")!,
  ]

  /// What came of it: the settings afterwards, or what is wrong.
  private enum Outcome: Equatable, CustomStringConvertible {
    case value(SettingValue)
    case problem(Mistake.Problem)

    var description: String {
      switch self {
      case .value(let value): "\(value)"
      case .problem(let problem): "\(problem)"
      }
    }
  }

  @Test(arguments: settings)
  func aValueIsTheSameInEveryWay(setting: Setting) throws {
    for text in Self.texts {
      let file = outcome(setting) { $0.read("\(setting.key): \(text)", file: "own.yaml") }
      let option = outcome(setting) { $0.read(assignment: "\(setting.key)=\(text)") }
      let lesson = outcome(setting) { $0.read(SettingChange(key: setting.key, value: text)) }
      #expect(option == file, "--set \(setting.key)=\(text)")
      #expect(lesson == file, "set: {\(setting.key): \(text)}")
      // Where it is typed, quotes are part of it; a file may be called anything, brackets in it.
      guard !text.contains("'"), setting != .data || !text.hasPrefix("[") else { continue }
      #expect(typed(setting, text) == file, "\(setting.key): typed \(text)")
    }
  }

  private func outcome(_ setting: Setting, _ read: (inout SettingsReader) -> Void) -> Outcome {
    var reader = SettingsReader(experiment: SettingTableTests.base, folder: "")
    read(&reader)
    return reader.mistakes.first.map { .problem($0.problem) } ?? .value(setting.value(in: reader.experiment))
  }

  private func typed(_ setting: Setting, _ text: String) -> Outcome {
    do throws(TypingMistake) {
      return .value(setting.value(in: try setting.changing(SettingTableTests.base, toTyped: text)))
    } catch {
      return .problem(error.mistake.problem)
    }
  }

  @Test(
    arguments: [
      (.learningRate, "1_000", "1000"), (.learningRate, "0,3", "0.3"), (.learningRate, "+5", "5"),
      (.learningRate, "0x10", nil),
      (.learningRate, "inf", nil), (.learningRate, "nan", nil), (.learningRate, "−5", nil), (.learningRate, "50%", nil),
      (.seed, "1e3", "1000"), (.seed, "5.0", "5"), (.seed, "5.5", nil),
      (.seed, "18446744073709551615", "18446744073709551615"),
      (.seed, "18446744073709551616", nil), (.seed, "1,000", nil), (.seed, "1_000", "1000"), (.seed, "-5", nil),
      (.noise, "50%", "50"), (.noise, "50 %", "50"), (.trainShare, "70", "0.7"), (.trainShare, "0.5%", "0.005"),
      (.trainShare, "1", "1"),
      (.shuffle, "yes", "true"), (.shuffle, "off", "false"), (.shuffle, "True", "true"), (.shuffle, "y", nil),
      (.shuffle, "1", nil),
      (.units, "8-8", "8-8"), (.units, "[8, 8]", "8-8"), (.units, "none", "none"), (.units, "0", "none"),
      (.units, "8", "8"),
      (.dropout, "20 % 30 %", nil), (.dropout, "[1/4, 0.3]", "0.25 0.3"), (.optimizer, "Adam", "adam"),
      (.activation, "tanh relu", "tanh rectifier"), (.speed, "5/s", "5"), (.speed, "max", "max"),
      (Setting(key: "history.budget")!, "64 MiB", "64"),
    ] as [(Setting, String, String?)])
  func aSpellingMeansWhatIsExpected(setting: Setting, text: String, value: String?) {
    let outcome = outcome(setting) { $0.read("\(setting.key): \(text)", file: "own.yaml") }
    guard case .value(let found) = outcome else { return #expect(value == nil, "\(outcome)") }
    #expect(found.typed == value, "\(text): \(found)")
  }
}
