import NeuralNetwork

/// A word that stands on the screen or in books, with what it means.
public struct Term: Hashable, Sendable {
  /// The field's word: `learning rate`.
  public let name: String
  /// Its symbol in formulas, and other words for the same: `η`, `step size`.
  public let others: [String]
  /// What it is, in a sentence or two.
  public let meaning: String
  /// How it is worked out, in symbols; nil where there is nothing to work out.
  public let formula: String?
  /// The demo whose lesson is about it, by its name; nil where there is none.
  public let lesson: String?
  /// What of the program it is the name of.
  public let subjects: [Subject]

  /// What a term can be the name of.
  public enum Subject: Hashable, Sendable {
    /// A setting, by its key.
    case setting(String)
    /// A choice of activation, cost, optimizer or initial weights.
    case activation(Activation)
    case cost(Cost)
    case optimizer(Optimizer.Kind)
    case initializer(Initializer)
    /// A part of the screen.
    case panel(Panel)
    /// A kind of network.
    case kind(NetworkKind)
    /// What can be selected in a network.
    case unit, input, weight, bias
  }

  init(
    _ name: String, _ others: [String] = [], _ meaning: String, formula: String? = nil, lesson: String? = nil,
    of subjects: Subject...
  ) {
    (self.name, self.others, self.meaning) = (name, others, meaning)
    (self.formula, self.lesson, self.subjects) = (formula, lesson, subjects)
  }

  /// All that it is called, its name first.
  public var names: [String] { [name] + others }
}
