import Datasets
import Experiments
import Session

/// The answers to a lesson's questions, typed as lines.
extension PlainRun {
  /// So many are listed with their numbers; of more, one is typed by its name.
  private static let longestList = 40

  /// What can be selected as an answer, by its names; none where nothing is to be selected.
  var pickNames: [String] { targets.map { $0.name(in: session.run) } }

  private var targets: [Pick.Target] { session.lesson?.awaitedPick.map { session.moment.targets(of: $0) } ?? [] }

  func tellTargets() throws {
    let names = pickNames
    guard names.count <= Self.longestList else { return }
    for (number, name) in names.enumerated() { try say("  \(number + 1): \(name)") }
  }

  /// Takes a line as the answer to an open question; false where it is none, but perhaps a command.
  mutating func answer(_ line: String) throws -> Bool {
    guard let lesson = session.lesson, lesson.awaitsChoice else { return false }
    let answer: Lesson.Action
    if lesson.awaitedPick != nil {
      guard let index = index(of: line, in: pickNames) else { return try refuse(line, "There is nothing called") }
      try say("Your answer: \(pickNames[index]).")
      answer = .pick(targets[index])
    } else if lesson.awaitsNumber {
      guard Numeral.digits(line).flatMap(Double.init) != nil else { return try refuse(line, "A number is wanted, not") }
      answer = .answer(line)
    } else {
      guard let choice = index(of: line, in: lesson.visit.text.choices) else {
        return try refuse(line, "There is no choice")
      }
      try say("Your guess: \(lesson.visit.text.choices[choice]).")
      answer = .choose(choice)
    }
    try act(.lesson(answer))
    if session.lesson?.awaitsChoice == true { try sayWrong() }
    return true
  }

  /// Says that a line is no answer, where it is no command either; whether that has been said.
  private func refuse(_ line: String, _ words: String) throws -> Bool {
    let first = line.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() } ?? ""
    guard !PlainCommand.knows(first) else { return false }
    try say("\(words) “\(line.prefix(40))”; again tells the question, help lists commands.")
    return true
  }

  /// Says what helps, and goes on to the extra steps that the wrong answer leads to, if there are any.
  private mutating func sayWrong() throws {
    try say("Not so." + (session.lesson?.hint.map { " " + $0 } ?? ""))
    if let words = KeyWords.translation(of: session.lesson?.hint, in: session) { try say(words) }
    if session.lesson?.leadsAside == true { return try goOn() }
    try say("Another answer, or Enter for the right one.")
  }

  /// The one that a line names: by its number in the list, which a choice may be called as well, or by its name, with `->` for an
  /// arrow; of a weight by what it comes from, where that is enough.
  private func index(of line: String, in names: [String]) -> Int? {
    if names.count <= Self.longestList, let number = Int(line.comparable), (1...max(1, names.count)).contains(number) {
      return number - 1
    }
    if let named = names.firstIndex(where: { $0.comparable == line.comparable }) { return named }
    let begun = names.indices.filter { names[$0].comparable.hasPrefix(line.comparable + "→") }
    return begun.count == 1 ? begun[0] : nil
  }
}

extension String {
  /// As names are compared that are typed: without spaces, in small letters, and arrows as they are shown.
  var comparable: String { replacing("->", with: "→").lowercased().filter { !$0.isWhitespace } }
}
