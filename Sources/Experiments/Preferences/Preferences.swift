import Datasets
import Foundation
import Yams

/// What a person wants whatever is opened, as the file `config.yaml` says it; the command line wins over all of it.
public struct Preferences: Hashable, Sendable {
  /// The language that the program speaks.
  public internal(set) var language = Preferences.languages[0]
  /// The look, the characters and the colours, by their names; nil where nothing is said.
  public internal(set) var theme, glyphs, color: String?
  /// Settings for demos that say nothing of them: `speed` and `history.budget`.
  public internal(set) var settings: [SettingChange] = []
  /// Whether the program begins with fewer and larger things.
  public internal(set) var isLarge = false
  /// Whether the mouse is used.
  public internal(set) var usesMouse = true
  /// Whether nothing moves but what training moves.
  public internal(set) var reducesMotion = false
  /// Keys that do what others do: the new key, and the one in the table of keys.
  public internal(set) var keys: [KeyChange] = []

  /// The languages that there are.
  public static let languages = ["en"]

  /// A key that does what another one does.
  public struct KeyChange: Hashable, Sendable {
    /// The letter or sign that is typed.
    public let key: String
    /// The key of the table whose place it takes.
    public let does: String
  }

  /// The names that there are, which this target does not know by itself.
  public struct Names: Sendable {
    let themes, glyphs, colors, keys: [String]

    /// The names of themes, glyph sets, colour depths, and the labels of keys.
    public init(themes: [String], glyphs: [String], colors: [String], keys: [String]) {
      (self.themes, self.glyphs, self.colors, self.keys) = (themes, glyphs, colors, keys)
    }
  }

  /// Nothing is wanted.
  public init() {}
}

extension Preferences {
  /// `descent/config.yaml` in `$XDG_CONFIG_HOME` where that is an absolute path, else in `~/.config`.
  public static var standardPath: String {
    StandardFolder.path("XDG_CONFIG_HOME", else: ".config") + "/descent/config.yaml"
  }

  /// Reads the file; where there is none, nothing is wanted.
  ///
  /// - Throws: the first `Mistake`, with line and column.
  public static func read(_ names: Names, path: String = standardPath) throws(Mistake) -> Preferences {
    // A link that leads nowhere is there, and is told of.
    guard (try? FileManager.default.attributesOfItem(atPath: path)) != nil else { return Preferences() }
    // Nobody may ever write into it.
    var status = stat()
    guard stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFIFO else {
      throw Mistake(.unreadable(reason: "it is a pipe"), at: .file(path))
    }
    var reader = SettingsReader(experiment: Experiment(name: "", source: .generator(.circle)), folder: "")
    let preferences = reader.preferences(try SettingsReader.text(ofFile: path), file: path, names)
    if let mistake = reader.mistakes.first { throw mistake }
    return preferences
  }

  /// The file's text that says the same, each key with what it may be.
  public func text(_ names: Names) -> String {
    func line(_ key: String, _ value: String?, _ meaning: String) -> String {
      (value == nil ? "# " : "") + "\(key): \(value ?? "…")".padded(to: value == nil ? 26 : 28) + "# \(meaning)\n"
    }
    func choice(_ names: [String]) -> String { names.joined(separator: " ") }
    func value(_ key: String) -> String? { settings.first { $0.key == key }?.value }
    let changes = keys.map { "\"\($0.key)\": \"\($0.does)\"" }
    return "# \(Self.standardPath)\n"
      + line("language", language, choice(Self.languages)) + line("theme", theme, choice(names.themes))
      + line("glyphs", glyphs, choice(names.glyphs))
      + line("color", color, choice(names.colors))
      + line("speed", value("speed"), "updates a second, or max, where a demo says nothing")
      + line("history", value("history.budget").map { "{budget: \($0)}" }, "{budget: MiB}: what the past may take")
      + line("large", "\(isLarge)", "fewer and larger things") + line("mouse", "\(usesMouse)", "whether it is used")
      + line("reduce-motion", "\(reducesMotion)", "nothing moves but what training moves")
      + line(
        "keys", changes.isEmpty ? nil : "{\(changes.joined(separator: ", "))}",
        "{\"w\": \"n\"}: w does what n does in the table of keys")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(1, width - count)) }
}
