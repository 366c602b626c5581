import Session
import Testing
import Training

/// Guessing against following the gradient.
extension Claim {
  static let networks = [
    Claim("random-search", "Random search moves all weights by chance, and keeps a move where the cost falls.") {
      play in
      var (kept, left) = (0, 0)
      for _ in 0..<50 {
        let (weights, cost) = (play.weights, play.measuredCost)
        play.train(updates: 1)
        if play.weights == weights {
          left += 1
        } else {
          kept += 1
          #expect(play.measuredCost < cost && zip(play.weights, weights).allSatisfy { $0 != $1 })
        }
      }
      #expect(kept > 0 && left > 0)
    },
    Claim("random-search", "The more weights there are, the fewer tries help.") { _ in
      let shares = try ["[4, 2]", "[8, 8]", "[16, 16]"].map { hidden in
        var play = try Play("random-search", "network.hidden=\(hidden)")
        play.train(updates: 300)
        return play.report.share
      }
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 > $1 }, "\(shares)")
    },
    Claim("random-search", "This network has 25 weights and biases.") { #expect($0.report.weights == 25) },
    Claim("random-search", "With 1000 values for each there are 10^75 combinations.") { play in
      #expect(play.report.combinationsExponent == 75)
    },
    Claim(
      "random-search",
      "Yet guesses get far - after 300 tries one in five helps."
    ) { play in
      let before = play.cost
      play.finishStep()
      #expect(play.trainer.updates == 300 && (0.15...0.25).contains(play.report.share))
      #expect(play.cost < 0.2 * before && play.accuracy > 0.95)
    },
    Claim("random-search", "The same on 1185 weights and biases.") { play in
      play.enter(step: 2)
      #expect(play.weights.count == 1185 && play.trainer.settings.optimizer == .randomSearch)
    },
    Claim("random-search", "What will the share of tries that help do?") { _ in },
    Claim("random-search", "fall") { play in
      play.finishStep()
      let small = play.report.share
      play.enter(step: 2)
      play.finishStep()
      #expect(play.report.share < 0.3 * small)
    },
    Claim("random-search", "About one try in fifty helps by now.") {
      play in
      play.finishStep()
      let small = play.cost
      play.enter(step: 2)
      play.finishStep()
      #expect((0.01...0.03).contains(play.report.share) && play.cost > small)
    },
    Claim(
      "random-search",
      "Adam follows the gradient of the same 1185 weights and biases - after 60 updates the cost is below 0.01."
    ) { play in
      play.enter(step: 3)
      #expect(play.weights.count == 1185)
      play.finishStep()
      #expect(play.trainer.settings.optimizer == .adam && play.cost < 0.01)
    },
  ]
}

extension Play {
  /// What random search is up against here, with enough tries to count.
  fileprivate var report: RandomSearchReport { RandomSearchReport(of: trainer, tries: 400, work: .max) }
}
