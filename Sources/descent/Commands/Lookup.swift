import ArgumentParser
import Experiments

/// Explains the words of the field.
struct Lookup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: "Explain a term, or all of them: softmax, δ, saturation, synapse, …",
    discussion: "A term may be a symbol, or another word for the same.")

  @Argument(help: "The term; all where it is left out.")
  var term: [String] = []

  func run() throws {
    guard !term.isEmpty else { return try Output.write(Glossary.terms.map(\.text).joined(separator: "\n")) }
    try Output.write(try Glossary.find(term.joined(separator: " ")).text)
  }
}
