import NeuralNetwork
import Testing
import Training

/// Two classes on a plane.
extension Claim {
  static let planes = [
    Claim("and", "One threshold unit learns AND by Rosenblatt's rule of 1958.") { play in
      #expect(play.trainer.network.layout.sizes == [2, 1] && play.trainer.network.activations == [.threshold])
      #expect(play.trainer.settings.optimizer == .perceptron && play.accuracy < 1)
      play.train(epochs: 5)
      #expect(play.accuracy == 1)
    },
    Claim("and", "The threshold has no slope, so gradient descent cannot; switch to it and see.") { play in
      #expect(play.set("optimizer.name", "sgd").count == 2)
      let weights = play.weights
      play.train(epochs: 50)
      #expect(play.weights == weights && play.accuracy < 1)
    },
    Claim("circle", "Watch the first hidden units cut straight lines, and the later ones join them to a closed curve.")
    {
      $0.train(epochs: 50)
      #expect($0.testAccuracy > 0.98)
      var straight = try Play("circle", "network.hidden=[]")
      straight.train(epochs: 50)
      #expect(straight.testAccuracy < 0.7)
    },
    Claim("gauss", "One straight cut does it, so one unit is enough; add noise and see what still can be learned.") {
      #expect($0.trainer.network.layout.sizes == [2, 1])
      $0.train(epochs: 20)
      #expect($0.testAccuracy > 0.98)
      var noisy = try Play("gauss", "data.noise=50")
      noisy.train(epochs: 20)
      #expect((0.8..<0.95).contains(noisy.testAccuracy))
    },
    Claim("moons", "Two half circles that reach into each other.") { play in
      #expect(play.trainer.data.classNames?.count == 2)
    },
    Claim("moons", "Rectifier units draw the border from straight pieces; count the corners.") { play in
      #expect(play.trainer.network.activations.first == .rectifier)
      play.train(epochs: 60)
      var straight = try Play("moons", "network.hidden=[]")
      straight.train(epochs: 60)
      #expect(play.accuracy > 0.98 && straight.accuracy < 0.93)
    },
    Claim("spiral", "Why a straight cut is not enough, and what hidden layers add.") { play in
      var straight = try Play("spiral", "network.hidden=[]")
      straight.train(epochs: 20)
      #expect(straight.accuracy < 0.7)
      play.train(epochs: 50)
      #expect(play.accuracy > 0.95)
    },
    Claim("spiral", "Plain gradient descent needs patience here; Adam does not.") { play in
      var plain = try Play("spiral", "optimizer.name=sgd", "optimizer.rate=0.1")
      play.train(epochs: 50)
      plain.train(epochs: 50)
      #expect(play.cost < 0.1 && plain.cost > 0.2)
      plain.train(epochs: 50)
      #expect(plain.cost < 0.1)
    },
    Claim("symmetry", "Weights that begin at zero get the same gradient for ever, so four units act as one.") { play in
      #expect(play.trainer.network.layout.sizes == [2, 4, 1])
      play.train(epochs: 100)
      let (bits, layer) = (play.weights.map(\.bitPattern), play.trainer.network.layout.layers[0])
      let weights = (0..<2).map { input in (0..<4).map { bits[layer.weights.lowerBound + 4 * input + $0] } }
      #expect(weights.allSatisfy { Set($0).count == 1 } && Set(bits[layer.biases]).count == 1)
      #expect(Set(bits).count > 1 && play.accuracy < 0.6)
    },
    Claim("symmetry", "R starts again with random weights, which break the tie.") { play in
      play.train(epochs: 5)
      play.perform(.restart(newWeights: true))
      #expect(play.trainer.updates == 0 && Set(play.weights[play.trainer.network.layout.layers[0].weights]).count == 8)
      #expect(play.run.history.branch.name.contains("zeros → uniform"))
      play.train(epochs: 100)
      #expect(play.accuracy > 0.98)
      play.perform(.restart(newWeights: false))
      #expect(Set(play.weights).count > 8)
    },
    Claim("xor", "Four clusters, and opposite corners are alike.") { play in
      let inputs = play.run.dataset.inputs
      guard case .classes(let labels, _) = play.run.dataset.labels else {
        Issue.record("no classes")
        return
      }
      let corners = labels.indices.map { (x: inputs[$0, 0] > 0, y: inputs[$0, 1] > 0, label: labels[$0]) }
      #expect(Set(corners.map { [$0.x, $0.y] }).count == 4)
      #expect(Set(corners.filter { $0.x == $0.y }.map(\.label)).count == 1)
      #expect(Set(corners.filter { $0.x != $0.y }.map(\.label)).count == 1)
    },
    Claim("xor", "No straight line parts them; four hidden units bend the map until it does.") { play in
      #expect(play.trainer.network.layout.sizes == [2, 4, 1])
      play.train(epochs: 50)
      var straight = try Play("xor", "network.hidden=[]")
      straight.train(epochs: 50)
      #expect(play.accuracy == 1 && straight.accuracy < 0.8)
    },
    Claim("xor4", "Four samples, two hidden units, nine numbers.") { play in
      #expect(play.trainer.data.training.count == 4 && play.trainer.network.layout.sizes == [2, 2, 1])
      #expect(play.weights.count == 9)
    },
    Claim("xor4", "Small enough to check every sum of an update on paper.") { play in
      play.train(epochs: 50)
      #expect(play.accuracy == 1)
    },
    Claim("overfitting", "Few points, much noise, a large network.") { play in
      #expect(play.trainer.data.training.count == 30 && play.weights.count > 3 * 30)
      #expect(play.run.experiment.recipe.noise == 50)
    },
    Claim(
      "overfitting",
      "Training cost falls to nearly 0, while test cost is lowest after 3 epochs and then rises to three times that."
    ) { play in
      let costs = play.testCosts(epochs: 200)
      #expect(play.cost < 0.001 && costs.firstIndex(of: costs.min()!) == 3 && costs.last! > 3 * costs[3])
      for seed in 1...5 as ClosedRange<UInt64> {
        var other = try Play("overfitting", seed: seed)
        let costs = other.testCosts(epochs: 200)
        #expect(costs.last! > 1.35 * costs.min()! && costs.firstIndex(of: costs.min()!)! < 20, "seed \(seed)")
      }
    },
    Claim("overfitting", "Then try L2, or more samples.") { play in
      play.train(epochs: 200)
      var penalized = try Play("overfitting", "regularization.kind=l2", "regularization.rate=0.1")
      penalized.train(epochs: 200)
      #expect(penalized.testCost < 0.5 * play.testCost)
      var large = try Play("overfitting", "data.samples=1000")
      large.train(epochs: 50)
      #expect(large.testCost < 0.5 * play.testCost)
    },
  ]
}

extension Play {
  /// The test cost before the first and after each of some epochs.
  fileprivate mutating func testCosts(epochs: Int) -> [Double] {
    var costs = [testCost]
    for _ in 0..<epochs {
      train(epochs: 1)
      costs.append(testCost)
    }
    return costs
  }
}
