import ArgumentParser
import Experiments
import Screen

/// Keys as they are written in an option: letters as they are typed, and names of other keys apart from them: `X Right Right nnn`.
struct KeyPresses {
  let presses: [KeyPress]

  /// - Throws: a `Mistake` where a word that begins with a capital, like the names of keys, is none.
  init(_ text: String, option: String) throws(Mistake) {
    var presses: [KeyPress] = []
    for word in text.split(separator: " ") { presses += try Self.presses(of: String(word), option: option) }
    self.presses = presses
  }

  private static func presses(of word: String, option: String) throws(Mistake) -> [KeyPress] {
    if let key = names.first(where: { $0.name.lowercased() == word.lowercased() && word.count > 1 })?.key {
      return [KeyPress(key)]
    }
    let letters = Array(word.unicodeScalars)
    if letters.count == 2, letters[0] == "^", let small = String(letters[1]).lowercased().unicodeScalars.first {
      return [KeyPress(.character(small), control: true)]
    }
    let looksLikeAName = letters.count > 2 && letters[0].properties.isUppercase && letters[1].properties.isLowercase
    if looksLikeAName { throw Mistake(.unknownName(kind: "key", word, known: names.map(\.name)), at: .option(option)) }
    return letters.map { KeyPress(.character($0)) }
  }

  private static let names: [(name: String, key: Key)] =
    [
      ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
      ("PgUp", .pageUp), ("PgDn", .pageDown), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab),
      ("Backspace", .backspace),
      ("Delete", .delete), ("Insert", .insert), ("Space", .character(" ")),
    ] + (1...12).map { ("F\($0)", .function($0)) }
}
