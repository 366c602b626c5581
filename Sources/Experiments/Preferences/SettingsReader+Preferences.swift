import Yams

extension SettingsReader {
  /// What a file of preferences may have.
  static let preferenceKeys = [
    "language", "theme", "glyphs", "color", "speed", "history", "large", "mouse", "reduce-motion", "keys",
  ]

  /// The preferences of a file's text; what is wrong is noted.
  mutating func preferences(_ text: String, file: String, _ names: Preferences.Names) -> Preferences {
    var preferences = Preferences()
    guard let root = root(of: text, file: file), !root.isNull,
      let parts = parts(of: root, named: Self.preferenceKeys, expected: "preferences (key: value)")
    else { return preferences }
    preferences.language = parts["language"].flatMap { language($0) } ?? preferences.language
    preferences.theme = parts["theme"].flatMap { name($0, of: "theme", names.themes) }
    preferences.glyphs = parts["glyphs"].flatMap { name($0, of: "glyph set", names.glyphs) }
    preferences.color = parts["color"].flatMap { name($0, of: "colour depth", names.colors) }
    preferences.isLarge = parts["large"].flatMap { flag($0) } ?? false
    preferences.usesMouse = parts["mouse"].flatMap { flag($0) } ?? true
    preferences.reducesMotion = parts["reduce-motion"].flatMap { flag($0) } ?? false
    preferences.keys = parts["keys"].map { keys($0, names.keys) } ?? []
    if let node = parts["speed"] { preferences.settings.append(change("speed", node)) }
    if let node = parts["history"], let budget = history(node) {
      preferences.settings.append(change("history.budget", budget))
    }
    return preferences
  }

  private mutating func history(_ node: Node) -> Node? {
    parts(of: node, named: ["budget"], expected: "a budget ({budget: 64})")?["budget"]
  }

  private mutating func change(_ key: String, _ node: Node) -> SettingChange {
    if let setting = Setting(key: key) { apply(setting, node) }
    return SettingChange(key: key, value: node.flow)
  }

  private mutating func name(_ node: Node, of kind: String, _ known: [String]) -> String? {
    guard let name = text(node, expected: "a name") else { return nil }
    if known.contains(name) { return name }
    note(.unknownName(kind: kind, name, known: known), at: node)
    return nil
  }

  private mutating func language(_ node: Node) -> String? {
    if let name = node.scalar?.string, Preferences.languages.contains(name) { return name }
    let expected = "a language (\(Preferences.languages.joined(separator: ", ")))"
    note(.wrongType(expected: expected, found: describe(node)), at: node)
    return nil
  }

  private mutating func flag(_ node: Node) -> Bool? {
    if case .flag(let flag) = SettingValue(node) { return flag }
    note(.wrongType(expected: "true or false", found: describe(node)), at: node)
    return nil
  }

  /// Keys by what is typed, with the keys of the table whose place they take.
  private mutating func keys(_ node: Node, _ known: [String]) -> [Preferences.KeyChange] {
    guard case .mapping(let mapping) = node else {
      note(.wrongType(expected: "keys ({\"w\": \"n\"})", found: describe(node)), at: node)
      return []
    }
    return mapping.compactMap { keyNode, value in
      guard let key = keyNode.scalar?.string, key.unicodeScalars.count == 1, key != " ",
        key.unicodeScalars.first!.value > 32
      else {
        note(.wrongType(expected: "a letter or a sign", found: describe(keyNode)), at: keyNode)
        return nil
      }
      guard let does = name(value, of: "key", known) else { return nil }
      return Preferences.KeyChange(key: key, does: does)
    }
  }
}
