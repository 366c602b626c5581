/// What a person has said about the columns of a table; what is not said is found out.
public struct TableChoices: Hashable, Sendable {
  /// The column to be predicted.
  public var label: String?
  /// What the label is taken for.
  public var task: DataRecipe.Task?
  /// The columns to learn from, the others being left out; nil: all that make sense.
  public var inputs: [String]?
  /// Columns to leave out.
  public var excluded: [String] = []
  /// Roles that were chosen.
  public var roles = ColumnRoles()
  /// What becomes of missing cells.
  public var missing = MissingPolicies()

  /// Nothing said: everything is found out.
  public init() {}
}
