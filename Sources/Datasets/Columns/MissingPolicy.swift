/// What becomes of missing cells.
public enum MissingPolicy: String, CaseIterable, Hashable, Sendable {
  /// Few are filled, with an input more that says where there are over 5 %; a column with more than half is left out.
  case automatic = "auto"
  /// Rows with a missing cell are left out.
  case dropRows = "drop-rows"
  /// Numbers are filled with the median of the training part, texts with the most frequent one.
  case fill
  /// A category of its own; for a number, the median and an input that says so.
  case category
  /// The column is left out.
  case columnOut = "column-out"
}

/// The policy for all columns, and those for some of them.
public struct MissingPolicies: Hashable, Sendable {
  /// The policy of every column that has none of its own.
  public var general: MissingPolicy
  /// Columns with a policy of their own.
  public var byColumn: NamedChoices<MissingPolicy>

  /// One policy for all columns, but for those named.
  public init(_ general: MissingPolicy = .automatic, byColumn: NamedChoices<MissingPolicy> = NamedChoices()) {
    self.general = general
    self.byColumn = byColumn
  }

  /// The policy of a column.
  public subscript(column: String) -> MissingPolicy { byColumn[column] ?? general }

  /// Reads `fill`, or `fill, Age: drop-rows, "a, b": category`.
  ///
  /// - Throws: `ChoiceError`.
  public init(text: String) throws(ChoiceError) {
    self.init()
    for part in try NamedChoices<MissingPolicy>.parts(text) {
      guard let policy = MissingPolicy(rawValue: part.value) else {
        throw ChoiceError.unknownChoice(part.value, known: MissingPolicy.allCases.map(\.rawValue))
      }
      if let name = part.name { byColumn[name] = policy } else { general = policy }
    }
  }

  /// As it is read.
  public var text: String {
    let named = byColumn.text
    return named.isEmpty ? general.rawValue : "\(general.rawValue), \(named)"
  }
}

/// Roles of columns by name.
public typealias ColumnRoles = NamedChoices<ColumnRole>
