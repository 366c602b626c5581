import Experiments

/// How well commands fit what is typed: words of their names in any order, begun or with a slip in them, or other words for the
/// same.
struct CommandSearch {
  private let words: [Substring]

  /// Whether a word may have a slip in it.
  private let allowsSlips: Bool

  init(_ words: some Sequence<Substring>, allowsSlips: Bool) {
    (self.words, self.allowsSlips) = (Array(words), allowsSlips)
  }

  /// The words that are typed, without those that say nothing of what is meant, as long as there are others.
  static func words(in typed: String) -> [Substring] {
    let all = typed.lowercased().split { $0 == " " || $0 == "=" }
    let meant = all.filter { !fillers.contains($0) }
    let words = meant.isEmpty || meant == ["open"] ? all : meant
    // The units of several layers are one value: `hidden 8 8`.
    let sizes = words.reversed().prefix { Int($0) != nil }.reversed()
    return sizes.count < 2 ? words : words.dropLast(sizes.count) + [Substring(sizes.joined(separator: "-"))]
  }

  private static let fillers: Set<Substring> = ["set", "to", "the", "a", "use", "with", "of", "and", "demo"]

  /// What a command is found by: its name and key, another name that counts less, and words that it is about.
  struct Index {
    fileprivate let name: Text
    fileprivate let key: String?
    fileprivate let title: Text?
    fileprivate let about: Set<Substring>

    init(name: String, key: String? = nil, title: String? = nil, about: String = "") {
      (self.name, self.key) = (Text(name), key)
      self.title = title.map { Text($0) }
      self.about = Set(Text.parts(of: about.lowercased()))
    }
  }

  /// How far a command is from what is typed: 0 where each word stands in its name as it is, or its key is all that is typed;
  /// nil where one is neither there nor in its title, nor, as it is, in what it is about.
  func distance(of index: Index) -> Int? {
    sum { word in
      if word == index.key ?? "" { return words.count == 1 ? 0 : 1 }
      return distance(of: word, in: index.name) ?? index.title.flatMap { distance(of: word, in: $0) }.map { $0 + 1 }
        ?? (index.about.contains(word) ? 3 : nil)
    }
  }

  /// How far a name is from what is typed: 0 where each word stands in it as it is; nil where one is not in it at all.
  func distance(of name: String) -> Int? {
    let name = Text(name)
    return sum { distance(of: $0, in: name) }
  }

  /// The sum over all words; nil where one has none.
  private func sum(_ distance: (Substring) -> Int?) -> Int? {
    var sum = 0
    for word in words {
      guard let own = distance(word) else { return nil }
      sum += own
    }
    return sum
  }

  /// A name in small letters, and the words that it is made of.
  fileprivate struct Text {
    let whole: String
    let parts: [Substring]

    init(_ text: String) {
      whole = text.lowercased()
      parts = Self.parts(of: whole) + whole.split(separator: " ")
    }

    static func parts(of words: String) -> [Substring] {
      words.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "%" }
    }
  }

  private func distance(of word: Substring, in text: Text) -> Int? {
    let (parts, name) = (text.parts, text.whole)
    if parts.contains(word) || word == "relu" && parts.contains("rectifier") { return 0 }
    if parts.contains(where: { $0.hasPrefix(word) }) { return 1 }
    if name.contains(word) { return 2 }
    if let others = Self.synonyms[word], others.contains(where: { parts.contains($0) || name.contains($0) }) {
      return 1
    }
    guard allowsSlips, word.count > 3, word.allSatisfy(\.isLetter) else { return nil }
    return parts.contains { $0.count > 3 && Self.isSlip(word, of: $0) } ? 4 : nil
  }

  /// Whether one letter is missing, too much, another or changed places with its neighbour.
  private static func isSlip(_ word: Substring, of part: Substring) -> Bool {
    var (left, right) = (word[...], part[...])
    while let letter = left.first, letter == right.first { (left, right) = (left.dropFirst(), right.dropFirst()) }
    while let letter = left.last, letter == right.last { (left, right) = (left.dropLast(), right.dropLast()) }
    return max(left.count, right.count) <= 1
      || left.count == 2 && right.count == 2 && left.elementsEqual(right.reversed())
  }

  /// Other words for what stands in the names.
  private static let synonyms: [Substring: [Substring]] = [
    "lr": ["learning rate"], "eta": ["learning rate"], "alpha": ["learning rate"],
    "lambda": ["reg. rate"], "weight-decay": ["reg. rate"], "decay": ["reg. rate"], "hidden": ["layers", "units"],
    "nodes": ["units"], "neurons": ["units"], "play": ["run"], "start": ["run", "start"], "stop": ["pause", "stop"],
    "train": ["run"], "undo": ["one step back"], "restart": ["start again"], "reset": ["start again"],
    "reinitialize": ["new weights"], "randomize": ["new weights"], "exit": ["quit"], "leave": ["quit"],
    "screenshot": ["picture"], "export": ["save"], "fullscreen": ["zoom"], "maximize": ["zoom"], "enlarge": ["zoom"],
    "dark": ["theme"], "light": ["theme"], "color": ["theme"], "colors": ["theme"], "colours": ["theme"],
    "colour": ["theme"], "mono": ["theme"], "glyphs": ["glyph"], "characters": ["glyph"], "font": ["glyph"],
    "ascii": ["glyph"], "braille": ["glyph"], "history": ["timeline"], "undone": ["timeline"], "past": ["timeline"],
    "rnn": ["recurrent"], "demos": ["demo"], "examples": ["demo"], "open": ["gallery"], "course": ["lesson"],
    "chapter": ["lesson"],
    "load": ["open"], "table": ["data room"],
    "csv": ["data room"], "unseal": ["sealed"], "exam": ["sealed"], "sketch": ["by hand"], "twin": ["what if"],
    "compare": ["what if"], "log": ["logarithmic"], "scale": ["scaling", "logarithmic"], "plane": ["axes"],
    "mountain": ["mountain"], "3d": ["mountain"], "share": ["train"], "stopping": ["stop"], "early": ["stop"],
    "test": ["training"],
    "loss": ["cost"], "algorithm": ["optimizer"], "dataset": ["data"], "features": ["inputs"], "refresh": ["anew"],
    "repaint": ["anew"], "quicker": ["faster"], "explain": ["explained"], "keys": ["help"], "words": ["glossary"],
  ]
}
