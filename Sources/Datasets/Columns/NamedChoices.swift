/// Why a text that chooses something for columns cannot be read.
public enum ChoiceError: Error, Hashable, Sendable {
  /// The text after a column's name is none of the choices known.
  case unknownChoice(String, known: [String])
  /// The text has a choice, but no column's name and colon before it.
  case noColumn(String)
  /// A name in quotes has no closing quote.
  case unclosedQuote

  /// One sentence.
  public var message: String {
    switch self {
    case .unknownChoice(let text, _): "\(quoted(text)) is none of the choices"
    case .noColumn(let text): "\(quoted(text)) names no column: expected NAME: CHOICE"
    case .unclosedQuote: "a quoted name is not closed"
    }
  }

  /// What may help.
  public var hint: String? {
    switch self {
    case .unknownChoice(let text, let known): Names.hint(for: text, among: known)
    case .noColumn, .unclosedQuote: nil
    }
  }
}

/// Choices for columns by their names, in the order in which they were made.
public struct NamedChoices<Choice: Hashable & Sendable>: Hashable, Sendable {
  /// The choices, in the order in which they were made; no name comes twice.
  public private(set) var entries: [Entry] = []

  /// A column's name and what was chosen for it.
  public struct Entry: Hashable, Sendable {
    /// The column's name as the file writes it.
    public let name: String
    /// What was chosen for the column.
    public var choice: Choice
  }

  /// No choices.
  public init() {}

  /// Whether nothing was chosen for any column.
  public var isEmpty: Bool { entries.isEmpty }

  /// The choice for a column, nil where none was made.
  public subscript(name: String) -> Choice? {
    get { entries.first { $0.name == name }?.choice }
    set {
      entries.removeAll { $0.name == name }
      if let newValue { entries.append(Entry(name: name, choice: newValue)) }
    }
  }

  /// Takes `NAME: VALUE, "NAME, with a comma": VALUE` apart, braces around it allowed; a part without a name stands
  /// for itself. The last colon of a part parts name and value.
  static func parts(_ text: String) throws(ChoiceError) -> [(name: String?, value: String)] {
    var text = text.trimmed
    if text.hasPrefix("{"), text.hasSuffix("}") { text = String(text.dropFirst().dropLast()) }
    return try QuotedText.split(text, at: ",").map { part in
      guard let colon = part.lastIndex(where: { $0 == .mark(":") }) else { return (nil, QuotedText.string(part)) }
      return (QuotedText.string(part[..<colon]), QuotedText.string(part[part.index(after: colon)...]))
    }
  }
}

extension NamedChoices where Choice: RawRepresentable<String> {
  /// `Age: number, "a, b": category`
  public var text: String {
    entries.map { "\(QuotedText.quoted($0.name)): \($0.choice.rawValue)" }.joined(separator: ", ")
  }
}

extension NamedChoices where Choice == ColumnRole {
  /// Reads `Age: number, Pclass: category, "a, b": out`.
  ///
  /// - Throws: `ChoiceError`.
  public init(text: String) throws(ChoiceError) {
    for part in try Self.parts(text) {
      guard let name = part.name, !name.isEmpty else { throw ChoiceError.noColumn(part.value) }
      guard let role = ColumnRole(rawValue: part.value), ColumnRole.choices.contains(role) else {
        throw ChoiceError.unknownChoice(part.value, known: ColumnRole.choices.map(\.rawValue))
      }
      self[name] = role
    }
  }
}

/// Texts in which `"…"` keeps marks from parting it; a quote inside is doubled.
enum QuotedText {
  enum Piece: Hashable {
    case mark(Character)
    case letter(Character)
  }

  static func split(_ text: String, at mark: Character) throws(ChoiceError) -> [[Piece]] {
    var isQuoted = false
    var wasClosed = false
    var parts: [[Piece]] = [[]]
    for character in text {
      defer { wasClosed = character == "\"" && !isQuoted }
      if character == "\"" {
        if wasClosed { parts[parts.count - 1].append(.letter(character)) }
        isQuoted.toggle()
      } else if character == mark, !isQuoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(isQuoted || character != ":" ? .letter(character) : .mark(":"))
      }
    }
    if isQuoted { throw .unclosedQuote }
    return parts.filter { !string($0).isEmpty }
  }

  static func string(_ pieces: some Sequence<Piece>) -> String {
    String(
      pieces.map { piece in
        switch piece {
        case .mark(let character), .letter(let character): character
        }
      }
    ).trimmed
  }

  /// In quotes where it would be parted else.
  static func quoted(_ name: String) -> String {
    guard name.contains(where: { ",:{}\"".contains($0) }) || name.trimmed != name || name.hasPrefix("all but ") else {
      return name
    }
    return "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}

/// The columns to learn from: `Age, Sex`, or all but some of them: `all but Name, Ticket`.
public struct ColumnSelection: Hashable, Sendable {
  /// The columns to learn from, or those left out where `isExcluding`.
  public var names: [String]
  /// Whether the names are those left out.
  public var isExcluding: Bool

  /// These columns, or all but these.
  public init(names: [String], isExcluding: Bool = false) {
    self.names = names
    self.isExcluding = isExcluding
  }

  /// Reads a list of names; one with a comma stands in quotes.
  ///
  /// - Throws: `ChoiceError`.
  public init(text: String) throws(ChoiceError) {
    let text = text.trimmed
    isExcluding = text.hasPrefix("all but ")
    names = try QuotedText.split(isExcluding ? String(text.dropFirst(8)) : text, at: ",").map { QuotedText.string($0) }
  }

  /// As it is read.
  public var text: String {
    (isExcluding ? "all but " : "") + names.map(QuotedText.quoted).joined(separator: ", ")
  }
}
