import NeuralNetwork
import Testing

@testable import Experiments

/// Everything that stands on the screen is explained, once.
struct GlossaryTests {
  @Test func everySettingHasAnEntry() {
    for setting in Setting.all { #expect(Glossary.term(for: .setting(setting.key)) != nil, "\(setting.key)") }
  }

  @Test func everyChoiceHasAnEntryOfItsOwnName() {
    for activation in Activation.allCases {
      #expect(Glossary.term(for: .activation(activation))?.name == activation.rawValue)
    }
    for cost in Cost.allCases { #expect(Glossary.term(for: .cost(cost))?.name == cost.rawValue) }
    for kind in Optimizer.Kind.allCases { #expect(Glossary.term(for: .optimizer(kind))?.name == kind.rawValue) }
    for way in Initializer.allCases { #expect(Glossary.term(for: .initializer(way))?.name == way.rawValue) }
    for kind in NetworkKind.allCases { #expect(Glossary.term(for: .kind(kind)) != nil) }
  }

  @Test func everyPanelAndEverythingThatIsSelectedHasAnEntry() {
    for panel in Panel.allCases { #expect(Glossary.term(for: .panel(panel)) != nil, "\(panel)") }
    for subject in [Term.Subject.unit, .input, .weight, .bias] { #expect(Glossary.term(for: subject) != nil) }
  }

  /// A setting's symbol leads to the entry that explains the setting.
  @Test func symbolsAreKnown() {
    for setting in Setting.all {
      guard let symbol = setting.symbol else { continue }
      #expect(Glossary.term(named: symbol) == Glossary.term(for: .setting(setting.key)), "\(symbol) of \(setting.key)")
    }
  }

  @Test func nothingIsExplainedTwice() {
    var owners: [Term.Subject: String] = [:]
    for term in Glossary.terms {
      for subject in term.subjects {
        #expect(owners[subject] == nil, "\(subject) is explained by \(owners[subject] ?? "") and \(term.name)")
        owners[subject] = term.name
      }
    }
    let names = Glossary.terms.flatMap(\.names)
    let twice = Dictionary(grouping: names, by: \.self).filter { $1.count > 1 }.keys.sorted()
    #expect(twice.isEmpty, "\(twice)")
  }

  @Test func everySubjectThatIsNamedExists() {
    for term in Glossary.terms {
      for subject in term.subjects {
        if case .setting(let key) = subject { #expect(Setting(key: key) != nil, "\(term.name): \(key)") }
      }
    }
  }

  @Test func everyLessonThatIsNamedExists() throws {
    for term in Glossary.terms {
      guard let lesson = term.lesson else { continue }
      let steps = try Experiment.load(source: lesson).lesson
      #expect(!steps.isEmpty, "\(term.name) names \(lesson), which has no lesson")
    }
  }

  @Test func everyLessonOfTheCourseIsNamed() {
    let named = Set(Glossary.terms.compactMap(\.lesson))
    for lesson in Demos.course { #expect(named.contains(lesson.name), "no term leads to \(lesson.name)") }
  }

  @Test func entriesAreOneOrTwoSentences() {
    for term in Glossary.terms {
      #expect(term.meaning.count <= 200 && term.meaning.hasSuffix("."), "\(term.name): \(term.meaning.count) letters")
      #expect((term.formula?.count ?? 0) <= 90, "\(term.name)")
    }
  }

  /// Formulas of activations and costs are the engine's own.
  @Test func formulasAreTheEngines() {
    #expect(Glossary.term(named: "softmax")?.formula == "a = \(Activation.softmax.formula)")
    #expect(Glossary.term(named: "quadratic")?.formula == "C = \(Cost.quadratic.formula(output: .linear))")
  }

  /// Words that people bring from elsewhere lead to the field's.
  @Test(arguments: [
    ("synapse", "weight"), ("axon", "activation"), ("dendrite", "input"), ("transfer function", "activation function"),
    ("neuron", "unit"), ("soma", "unit"), ("error surface", "error surface"), ("loss", "cost"), ("ReLU", "rectifier"),
    ("ETA", "learning rate"), ("η", "learning rate"), ("λ", "regularization"), ("delta", "δ"),
    ("net  input", "weighted sum"),
    ("mini-batch", "batch"), ("overfitting", "over-fitting"), ("m of a pattern", "overlap"),
    ("steepest descent", "gradient descent"),
  ])
  func otherWordsLeadToTheFields(word: String, name: String) throws {
    #expect(try Glossary.find(word).name == name)
  }

  /// Words and signs that stand on the panels, as they stand there.
  @Test(arguments: [
    "epoch", "epochs", "updates", "train", "test", "batch", "mini-batch", "stochastic", "z", "a", "f′(z)", "δ", "∂C/∂w",
    "∂C/∂z",
    "η", "λ", "μ", "β₁", "β₂", "ε", "T", "σ", "Δw", "cost", "softmax", "dead", "sat", "|grad|", "|Δw|/|w|", "bias",
    "target", "% right",
    "R²", "RMSE", "MAE", "precision", "recall", "F1", "calibration", "validation", "sealed test", "minimum", "saddle",
    "barrier",
    "fog", "race", "random directions", "energy", "overlap", "field", "sweep", "patterns/N", "two-cycle",
    "hidden units", "inputs", "map",
    "envelope", "weights", "synapses", "momentum", "saturation", "logits", "principal components", "h[t]", "truncation",
  ])
  func whatStandsOnTheScreenIsExplained(word: String) throws {
    _ = try Glossary.find(word)
  }

  @Test func whatIsTypedFindsTheNearestFirst() {
    #expect(Glossary.terms(matching: "") == Glossary.terms)
    #expect(Glossary.terms(matching: "synap").first?.name == "weight")
    #expect(Glossary.terms(matching: "batch").first?.name == "batch")
    #expect(Glossary.terms(matching: "gradient clip").first?.name == "gradient clipping")
    #expect(Glossary.terms(matching: "qqq").isEmpty)
    for term in Glossary.terms { #expect(Glossary.terms(matching: term.name).first == term, "\(term.name)") }
  }

  @Test func aWordThatIsNoneIsRefusedWithNearOnes() {
    func hint(_ word: String) -> String? {
      do throws(Mistake) {
        _ = try Glossary.find(word)
        return nil
      } catch {
        #expect(error.description == "there is no term \"\(word)\"")
        return error.hint
      }
    }
    #expect(hint("sofmax") == "did you mean softmax?")
    #expect(hint("synapsis") == "did you mean synapse?")
    #expect(hint("hidden state of") != "")
  }
}
