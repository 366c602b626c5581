import Session

/// The keys that a lesson's text names, with the commands that do the same where lines are typed.
enum KeyWords {
  /// What to type in place of the keys and panels in texts; nil where they name none.
  static func translation(of texts: String?..., in session: LearningSession) -> String? {
    let keys = texts.compactMap { $0 }.flatMap { named(in: $0) }
    var commands: [String] = []
    for command in keys.compactMap({ command(for: $0, in: session) }) where !commands.contains(command) {
      commands.append(command)
    }
    if session.scene.fog != nil { commands = ["walk left 3", "slope", "step"] }
    return commands.isEmpty ? nil : "In place of keys: \(commands.joined(separator: "; "))."
  }

  /// The keys that a text names, in its order: signs and words that are nothing else, letters and digits only behind `press` or
  /// `panel`, or before an arrow. A map is what panel 3 shows, and the lines around the panels are named as such.
  static func named(in text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    let bare = words.map { $0.trimmingCharacters(in: [",", ".", ":", ";", "?"]) }
    return words.indices.compactMap { index in
      if [".", ","].contains(words[index]) { return words[index] }
      if words[index].hasPrefix(":"), words[index].count <= 2 { return ":" }
      if bare[index] == "map" { return "3" }
      if bare[index] == "line", index > 0, ["top", "bottom"].contains(bare[index - 1]) { return bare[index - 1] }
      let isPressed = index > 0 && ["press", "panel"].contains(bare[index - 1].lowercased())
      let leadsOn =
        words[index].hasSuffix(",") && words.dropFirst(index + 1).first.map { "↓→←↑a".contains($0.first!) } == true
      let isPlain = !"NBUWOYV".contains(bare[index]) && !["Space", "r"].contains(bare[index])
      guard all.contains(bare[index]), isPressed || leadsOn || !isPlain else { return nil }
      return bare[index]
    }
  }

  /// The keys that have a command of their own.
  static let all: Set<String> = [
    "Space", "Home", "N", "B", "0", "1", "2", "3", "4", "5", "6", "7", "W", "U", "Y", "V", "O", "r", ".", ",", ":",
    "top", "bottom",
  ]

  private static func command(for key: String, in session: LearningSession) -> String? {
    let kind = session.run.history.process.kind
    switch key {
    case "Space": return "train 10, or step"
    case "Home": return "times"
    case "N": return "sample next"
    case "B": return "sample previous"
    case "0": return "columns"
    case "1": return kind == .hopfield ? "picture; weights" : "weights; set \(weight(in: session)) NUMBER"
    case "2": return "curve"
    case "4": return "surface"
    case "3": return kind == .hopfield ? "report" : "rows; classes"
    case "5":
      let why = "why \(session.unitNames.last ?? "UNIT")"
      return kind == .hopfield ? why : "\(why); weights; set \(weight(in: session)) NUMBER"
    case "6": return "health"
    case "7": return "settings; set SETTING VALUE"
    case "W": return "trials"
    case "U": return "flip UNIT, such as flip 1"
    case "Y": return "disturb"
    case "V": return "cover"
    case "O": return "set optimizer.name adam"
    case "top": return "report"
    case "bottom": return "settings"
    case "r": return "restart"
    case ".", ",": return "set optimizer.rate NUMBER"
    case ":": return "set SETTING VALUE, such as set optimizer.rate 0.3"
    default: return nil
    }
  }

  /// A weight, as an example of how it is named.
  private static func weight(in session: LearningSession) -> String {
    let course = session.run.history.process
    let first = course.point.layout.name(at: 0)
    return course.training == nil ? "\(first)" : session.run.label(of: first).replacing("→", with: "->")
  }
}
