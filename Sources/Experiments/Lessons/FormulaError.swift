import Datasets

/// What is wrong with a formula, and where in its text.
public struct FormulaError: Error, Hashable, Sendable {
  /// The character at which it is wrong, from 0.
  public var offset: Int
  /// What is wrong.
  public let problem: Problem

  /// What can be wrong with a formula.
  public enum Problem: Hashable, Sendable {
    /// Something else was expected than what was found, both in words.
    case expected(String, found: String)
    /// Nothing has this name.
    case unknownName(String, known: [String])
    /// A placeholder in a text is not closed.
    case openBrace
  }
}

extension FormulaError {
  /// What is wrong, in a sentence.
  var message: String {
    switch problem {
    case .expected(let expected, let found): "in a formula: expected \(expected), found \(found)"
    case .unknownName(let name, _): "in a formula: there is nothing called \(quoted(name))"
    case .openBrace: "a placeholder \"{\" is not closed"
    }
  }

  /// What may help.
  var hint: String? {
    switch problem {
    case .expected: nil
    case .unknownName(let name, let known): Names.hint(for: name, among: known)
    case .openBrace: "such as {train_cost}; a brace itself is written {{"
    }
  }
}
