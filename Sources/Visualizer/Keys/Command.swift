import Experiments
import Session

/// An action by name, for the command palette.
public struct Command: Sendable {
  /// What the palette lists and finds it by.
  public let name: String
  /// The key that does the same, if there is one.
  public let key: String?
  /// What it does.
  public let action: Action
  /// What it is found by.
  let index: CommandSearch.Index
  /// The setting that it changes, where it is one of the table's commands for each setting.
  let setting: Setting?

  init(_ name: String, key: String? = nil, of setting: Setting? = nil, _ action: Action) {
    (self.name, self.key, self.setting, self.action) = (name, key, setting, action)
    index = CommandSearch.Index(name: name.replacing(" and ", with: " "), key: key)
  }

  /// A demo, or a lesson of the course: `open iris: Three kinds of iris`, `open lesson 3: AND, OR, and not XOR`.
  init(opening demo: DemoSummary) {
    let called = "open " + (demo.chapter.map { "lesson \($0)" } ?? demo.name)
    index = CommandSearch.Index(name: called, title: "\(demo.title) \(demo.name)", about: demo.summary)
    (name, action) = ("\(called): \(demo.title)", .open(demo: demo.name))
    (key, setting) = (nil, nil)
  }

  /// Every action that has a key, then those that have none, then what can be done to each setting.
  static let all: [Command] = keyed + keyless + Setting.grouped.flatMap(steps) + Setting.grouped.flatMap(values)

  private static let keyed = KeyMap.standard.bindings.filter(\.isCommand)
    .map { Command($0.help, key: $0.label, $0.action) }

  private static let keyless = [
    Command("draw a picture by hand and see what it is taken for", .sketch),
    Command("check the gradient against differences", .session(.checkGradient)),
    Command("look at the worst sample", .session(.look(.worst))),
    Command("look at a random sample", .session(.look(.random))),
    Command("for a class: answers are held until ] shows what is right", .classroom(.toggleClass)),
    Command("moving signals on, off", .network(.toggleMotion)),
    Command("previous axes of the error surface", .changeAxes(by: -1)),
    Command("mark these weights as the beginning of a barrier", .session(.surface(.markWeights))),
  ]

  private static func steps(of setting: Setting) -> [Command] {
    let typing = Command("\(setting.panelLabel): type a value", of: setting, .enterValue(setting))
    guard setting.choices != .none else { return [typing] }
    return [
      Command("\(setting.panelLabel): next choice", of: setting, .change(setting, by: 1)),
      Command("\(setting.panelLabel): previous choice", of: setting, .change(setting, by: -1)),
    ] + (setting.takesText ? [typing] : [])
  }

  /// A command for each value that keys step through: `optimizer adam`.
  private static func values(of setting: Setting) -> [Command] {
    setting.choices.values.map { setting.command(for: $0) }
  }

  /// Commands for a value that is typed behind the words of a setting's name: `rate 0.37`.
  private static func typedValues(_ words: [Substring]) -> [Command] {
    guard words.count > 1, let last = words.last, last.contains(where: \.isNumber) else { return [] }
    return Setting.grouped.filter(\.takesText).compactMap { setting in
      let isMeant = CommandSearch(words.dropLast(), allowsSlips: false).distance(of: setting.panelLabel) != nil
      let value = setting.value(typed: String(last))
      guard isMeant, !setting.choices.values.contains(value), setting.takes(value) else { return nil }
      let command = setting.command(for: value)
      return all.contains { $0.name == command.name } ? nil : command
    }
  }

  /// The commands whose names have all the typed words in them, those for a typed value, and those that open a demo, each with
  /// how far it is from them; the nearest first, of equals in the order of the tables. What has no part in the
  /// present experiment stands behind what is only begun with these words. Terms of the glossary come last.
  static func ranked(
    _ typed: String, demos: [DemoSummary] = [], for experiment: Experiment? = nil
  ) -> [(command: Command, distance: Int)] {
    let words = CommandSearch.words(in: typed)
    let commands = all + typedValues(words) + demos.map(Command.init(opening:))
    let found = commands.ranked(by: CommandSearch(words, allowsSlips: false))
    let known = found.isEmpty ? commands.ranked(by: CommandSearch(words, allowsSlips: true)) : found
    func order(_ place: Int) -> (Int, Int) {
      (known[place].distance + (known[place].command.hasPart(in: experiment) ? 0 : 2), place)
    }
    return known.indices.sorted { order($0) < order($1) }.map { known[$0] }
      + terms(matching: typed).map { ($0, .max) }
  }

  /// Whether it changes nothing that the experiment has no use for.
  private func hasPart(in experiment: Experiment?) -> Bool {
    guard let experiment, let setting else { return true }
    return setting.applies(to: experiment)
  }

  /// A look into the glossary for each term that is called what is typed, by the word that was meant.
  private static func terms(matching typed: String) -> [Command] {
    guard typed.count > 1 || typed.contains(where: { !$0.isASCII }) else { return [] }
    let wanted = typed.lowercased()
    return Glossary.terms.compactMap { term in
      guard let name = term.names.first(where: { $0.lowercased().hasPrefix(wanted) }) else { return nil }
      let words = name == term.name ? "what is it: \(name)" : "what is it: \(name) (\(term.name))"
      return Command(words, .glossary(term.name))
    }
  }
}

extension [Command] {
  fileprivate func ranked(by search: CommandSearch) -> [(command: Command, distance: Int)] {
    compactMap { command in search.distance(of: command.index).map { (command, $0) } }
  }
}

extension Setting {
  /// Makes the value a command.
  fileprivate func command(for value: SettingValue) -> Command {
    Command("\(panelLabel) \(value.typed)", of: self, .session(.set(self, to: value.typed)))
  }
}
