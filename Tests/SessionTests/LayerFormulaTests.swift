import ErrorSurfaces
import Experiments
import Session
import Testing
import Training

/// What formulas say of layers, of guessing and of who walks on a surface.
struct LayerFormulaTests {
  private func value(_ text: String, _ play: Play) throws -> Double? {
    try Formula(text).value(in: play.session.moment)
  }

  /// Of a layer they say what the health panel shows.
  @Test(arguments: [("circle", "network.activation=tanh"), ("sparse", "network.activation=rectifier")])
  func aLayersNumbersAreThoseOfItsHealth(demo: String, activation: String) throws {
    let play = try Play(demo, activation, "network.hidden=[6, 3]", "network.initializer=uniform")
    let health = Health(of: play.trainer)
    for (number, layer) in health.layers.enumerated() {
      #expect(try value("layer(\(number)).gradient", play) == layer.gradientNorm)
      #expect(try value("layer(\(number)).dead", play) == Double(layer.units.count { $0.isDead }))
      #expect(try value("layer(\(number)).saturated", play) == Double(layer.units.count { $0.isSaturated }))
    }
    #expect(try value("layer(\(health.layers.count)).gradient", play) == nil)
  }

  /// The table of the classes, as panel 3 has it: its rows are the classes' counts, its diagonal is what is right.
  @Test(arguments: [("iris", 3), ("circle", 2), ("digits", 10)])
  func confusionsAreCounted(demo: String, classes: Int) throws {
    var play = try Play(demo)
    play.train(updates: 20)
    for (part, measures) in [("train", play.trainer.measureTraining()!), ("test", play.trainer.measureTest()!)] {
      var (right, all) = (0.0, 0.0)
      for actual in 0..<classes {
        for answered in 0..<classes {
          let count = try #require(try value("\(part)_confusions(\(actual), \(answered))", play))
          #expect(count == Double(measures.confusion![actual][answered]))
          all += count
          if actual == answered { right += count }
        }
      }
      #expect(try value(part == "train" ? "samples" : "test_samples", play) == all)
      #expect(try abs(value("\(part)_accuracy", play)! - right / all) < 1e-12)
      for none in ["\(part)_confusions(\(classes), 0)", "\(part)_confusions(0, \(classes))"] {
        #expect(try value(none, play) == nil)
      }
    }
    let numbers = try Play("line")
    #expect(try value("train_confusions(0, 0)", numbers) == nil, "numbers are not taken for one another")
    for demo in ["echo", "hopfield-letters"] { #expect(try value("test_confusions(0, 0)", Play(demo)) == nil) }
  }

  @Test func saturatedUnitsAreCounted() throws {
    var play = try Play("circle", "network.hidden=[2]", "network.activation=tanh")
    #expect(try value("layer(0).saturated", play) == 0)
    _ = play.session.perform(.setParameter(index: play.trainer.network.layout.layers[0].biases.lowerBound, to: 100))
    #expect(try value("layer(0).saturated", play) == 1 && value("layer(0).dead", play) == 0)
    play.set("network.activation", "rectifier")
    _ = play.session.perform(.setParameter(index: play.trainer.network.layout.layers[0].biases.lowerBound, to: -100))
    #expect(try value("layer(0).dead", play) == 1)
  }

  /// What is said of the running mean is said of it alone: with noise it lies lower than the weights that tremble.
  @Test func theMeanOfTheWeightsHasItsOwnCost() throws {
    var play = try Play("line", "data.noise=30", "batch=1", "optimizer.rate=0.5", "optimizer.name=averaged")
    #expect(try value("averaged_cost", play) == nil)
    play.train(epochs: 20)
    var evaluator = CostEvaluator(.network(NetworkLandscape(of: play.trainer)))
    let cost = evaluator.cost(at: play.trainer.averaged!)
    #expect(try abs(value("averaged_cost", play)! - cost) < 1e-5)
    #expect(try value("averaged_cost < 0.9 * train_cost", play) == 1)
    play.set("optimizer.name", "sgd")
    #expect(try value("averaged_cost", play) == nil)
  }

  @Test func sparsityIsTheShareOfSilence() throws {
    var play = try Play("circle", "network.hidden=[2]", "network.activation=rectifier")
    let biases = play.trainer.network.layout.layers[0].biases.lowerBound
    play.perform(.setParameter(index: biases, to: 100))
    play.perform(.setParameter(index: biases + 1, to: 100))
    #expect(try value("sparsity", play) == 0)
    play.perform(.setParameter(index: biases, to: -100))
    #expect(try value("sparsity", play) == 0.5)
    play.set("network.hidden", "[]")
    #expect(try value("sparsity", play) == nil)
  }

  @Test func theSealedPartIsSilentUntilItIsOpened() throws {
    var play = try Play("iris", "data.split=0.6/0.2/0.2")
    #expect(try value("sealed_accuracy", play) == nil && value("unsealed", play) == 0)
    play.perform(.unseal)
    guard case .classes(let classes)? = play.session.report?.score else { throw CancellationError() }
    #expect(try value("sealed_accuracy", play) == classes.report.accuracy && value("unsealed", play) == 1)
  }

  /// Down a bowl about half of small random steps help, and at its bottom none.
  @Test func stepsThatHelpBecomeFew() throws {
    let start = try Play("line", "data.noise=0", "optimizer.rate=0.001", "batch=all")
    #expect(try (0.4...0.6).contains(value("helping_share", start)!))
    var end = start
    end.set("optimizer.rate", "0.3")
    end.train(updates: 400)
    #expect(try value("helping_share", end)! < 0.01)
  }
}
