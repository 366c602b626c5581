import Datasets
import Yams

/// Reads settings in YAML into an experiment, and notes every mistake with its place.
///
/// Files, `--set` and lessons all pass through here: each puts what it says over what was there.
struct SettingsReader {
  var experiment: Experiment
  /// The settings that were given, each with the place where it was given last.
  private(set) var given: [Setting: Mistake.Place] = [:]
  private(set) var mistakes: [Mistake] = []
  /// What a lesson's step sets, while it is tried; a lesson within is none of it.
  private var changes: [SettingChange]?
  /// Where paths of data files begin.
  private let folder: String
  /// Whether there is no demo file, but data alone.
  let isBareData: Bool
  private var origin: Origin

  /// The lines of the demo file.
  private var lines: [Substring] = []

  private enum Origin {
    case file(String)
    case option(String)
  }

  /// - Parameters:
  ///   - experiment: what holds where nothing else is said.
  ///   - folder: where relative paths of data files begin.
  ///   - isBareData: whether there is no demo file, but data alone.
  init(experiment: Experiment, folder: String, isBareData: Bool = false) {
    self.experiment = experiment
    self.isBareData = isBareData
    self.folder = folder
    origin = .option("")
  }

  /// Reads a demo file's text.
  mutating func read(_ text: String, file: String) {
    if let root = root(of: text, file: file) { read(mapping: root, after: "") }
  }

  /// The root of a file's text; mistakes from now on have their places in it.
  mutating func root(of text: String, file: String) -> Node? {
    origin = .file(file)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return compose(text)
  }

  /// Reads `KEY=VALUE`, the value in YAML; where it may name columns, a text without quotes is taken whole.
  mutating func read(assignment: String) {
    origin = .option("--set \(assignment)")
    guard let equals = assignment.firstIndex(of: "="), equals > assignment.startIndex else {
      return note(.notAnAssignment(assignment))
    }
    let key = String(assignment[..<equals]).trimmingSpaces
    let value = String(assignment[assignment.index(after: equals)...])
    if Setting(key: key)?.isTakenWhole == true, !value.isQuotedYAML {
      read(Node(value), key: key, keyNode: nil, after: "")
    } else {
      read(SettingChange(key: key, value: value))
    }
  }

  /// Reads a change that was read before, as part of a lesson.
  mutating func read(_ change: SettingChange) {
    guard let node = compose(change.value) else { return }
    read(node, key: change.key.trimmingSpaces, keyNode: nil, after: "")
  }
}

// MARK: Places and mistakes

extension SettingsReader {
  mutating func note(_ problem: Mistake.Problem, at node: Node? = nil) { note(problem, at: node?.mark) }

  /// Notes what is wrong at a character of a text, where the file has the text in one line; else where it begins.
  mutating func note(_ problem: Mistake.Problem, at node: Node, offset: Int) {
    guard let mark = node.mark, let text = node.scalar?.string, lines.indices.contains(mark.line - 1) else {
      return note(problem, at: node)
    }
    let rest = lines[mark.line - 1].dropFirst(mark.column - 1)
    let quote = rest.first == "'" || rest.first == "\"" ? 1 : 0
    let isThere = rest.dropFirst(quote).hasPrefix(text.prefix(offset))
    mistakes.append(Mistake(problem, at: place(mark, plus: isThere ? quote + offset : 0)))
  }

  private mutating func note(_ problem: Mistake.Problem, at mark: Mark?) {
    mistakes.append(Mistake(problem, at: place(mark)))
  }

  /// Notes what is wrong with settings together, where the last of those given stands.
  mutating func note(_ problem: Mistake.Problem, atOneOf settings: [Setting]) {
    let place = settings.compactMap { given[$0] }.first
    mistakes.append(Mistake(problem, at: place ?? self.place(nil)))
  }

  mutating func note(_ mistakes: [Mistake]) { self.mistakes += mistakes }

  private func place(_ mark: Mark?, plus columns: Int = 0) -> Mistake.Place? {
    switch origin {
    case .file(let path): .file(path, line: mark?.line, column: mark.map { $0.column + columns })
    case .option(let text): text.isEmpty ? nil : .option(text)
    }
  }

  private mutating func compose(_ text: String) -> Node? {
    guard !text.isAliasBomb else {
      note(.syntax("too many aliases"))
      return nil
    }
    do {
      return try Yams.compose(yaml: text) ?? Node("", Tag(.null))
    } catch let error as YamlError {
      note(yamlError: error)
    } catch {
      note(.syntax("\(error)"))
    }
    return nil
  }

  private mutating func note(yamlError: YamlError) {
    switch yamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      note(.syntax(problem), at: mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      note(.duplicateKeys(duplicates.sorted()), at: context.mark)
    case .reader(let problem, _, _, _):
      note(.syntax(problem))
    default:
      note(.syntax("it cannot be decoded"))
    }
  }
}

// MARK: Keys

extension SettingsReader {
  /// Reads what stands under a prefix: `""` for a whole file, `data.` for its part.
  mutating func read(mapping node: Node, after prefix: String) {
    guard case .mapping(let mapping) = node else {
      if prefix.isEmpty, node.isNull { return }
      return note(.wrongType(expected: "settings (key: value)", found: describe(node)), at: node)
    }
    for (keyNode, value) in mapping {
      guard let key = keyNode.scalar?.string else {
        note(.wrongType(expected: "a setting's name", found: describe(keyNode)), at: keyNode)
        continue
      }
      read(value, key: key, keyNode: keyNode, after: prefix)
    }
  }

  private mutating func read(_ value: Node, key: String, keyNode: Node?, after prefix: String) {
    let path = prefix + key
    if let setting = Setting(key: path) {
      given[setting] = place(value.mark)
      let before = mistakes.count
      apply(setting, value)
      let change = mistakes.count == before && changes != nil ? change(of: setting, to: value) : nil
      if let change { changes?.append(change) }
    } else if path == Setting.lessonKey, changes == nil {
      lesson(value).map { experiment.lesson = $0 }
    } else if !key.isEmpty, !key.hasSuffix("."), !Setting.names(after: path + ".").isEmpty {
      read(mapping: value, after: path + ".")
    } else {
      let parent = path.lastIndex(of: ".").map { String(path[...$0]) } ?? ""
      let isKnown = !Setting.names(after: parent).isEmpty
      let level = isKnown ? parent : ""
      let name = isKnown ? String(path.dropFirst(parent.count)) : path
      let suggestion = Setting.suggestion(for: name, after: level)
      note(.unknownKey(path, suggestion: suggestion, known: Setting.names(after: level)), at: keyNode)
    }
  }

  /// What settings would change, and what is wrong with them; they are not kept.
  func tried(_ node: Node) -> (mistakes: [Mistake], changes: [SettingChange]) {
    var trial = self
    trial.changes = []
    trial.read(mapping: node, after: "")
    return (Array(trial.mistakes[mistakes.count...]), trial.changes ?? [])
  }

  /// Paths in a file begin at its folder, those on the command line where it is typed.
  var context: ReadingContext {
    if case .file = origin { ReadingContext(folder: folder) } else { ReadingContext() }
  }
}

extension String {
  /// Whether a text of a few lines may stand for billions of nodes, as nested aliases make it.
  fileprivate var isAliasBomb: Bool {
    func count(_ mark: Character) -> Int {
      split(whereSeparator: " \t\n\r[]{},:?-".contains).count { $0.first == mark }
    }
    return count("&") > 2 && count("*") > 16
  }

  /// Whether it is one text in quotes, or a list, in YAML.
  fileprivate var isQuotedYAML: Bool {
    switch try? Yams.compose(yaml: self) {
    case .scalar(let scalar): scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    case .sequence: trimmingSpaces.hasPrefix("[") && !isAliasBomb
    case .mapping, .alias, nil: false
    }
  }

  var trimmingSpaces: String {
    guard let start = firstIndex(where: { $0 != " " }), let end = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[start...end])
  }
}
