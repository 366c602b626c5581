import Experiments
import Session
import Testing
import Training

/// Networks that remember.
extension Claim {
  static let memories = letters + capacity

  private static let letters = [
    Claim(
      "hopfield-letters", "A network that has stored letters finds the whole of one in a damaged one.",
      check: { #expect($0.trials.solved > 0.95) }),
    Claim("hopfield-letters", "Its energy falls until nothing changes any more.", check: energyFalls),
    Claim("hopfield-letters", "These 49 units have stored A, C and X.") { play in
      #expect(play.settler.network.count == 49 && play.settler.memory.patterns.map(\.name) == ["A", "C", "X"])
    },
    Claim("hopfield-letters", "Here is A with 20 % of its units flipped.") { play in
      #expect(play.settler.memory.overlaps(of: play.settler.state.units)[0] == 1 - 2 * 10.0 / 49)
    },
    Claim("hopfield-letters", "Now the lower half of C is covered.") { play in
      play.enter(step: 2)
      let (units, c) = (play.settler.state.units, play.settler.memory.patterns[1].units)
      #expect(units[..<21] == c[..<21] && units[21...].allSatisfy { $0 == -1 })
    },
    Claim("hopfield-letters", "It rests at a mixture of X, A and C reversed, a minimum that nobody has stored.") {
      play in
      play.enter(step: 2)
      play.finishStep()
      #expect(play.settler.words == "C")
      play.enter(step: 3)
      play.finishStep()
      #expect(play.settler.rest == .fixedPoint && play.settler.words == "mixture of X, −C and A")
    },
    Claim(
      "hopfield-letters",
      "With five letters Hebb's rule loses many of them; the projection rule, here, keeps them all."
    ) { play in
      let solved = try ["hebb", "projection"].map {
        try Play("hopfield-letters", "settling.patterns=ACEHX", "settling.rule=\($0)").trials.solved
      }
      #expect(solved[0] < 0.7 && solved[1] == 1, "\(solved)")
      play.enter(step: 5)
      play.finishStep()
      #expect(play.settler.words == "H" && play.settler.memory.patterns.count == 5)
    },
  ]

  private static let capacity = [
    Claim("hopfield-capacity", "Random patterns are stored, more and more of them, until the memory gives way.") {
      play in
      let errors = play.run.findings.capacity!.points.map(\.error)
      #expect(errors.first! < 0.001 && errors.last! > 0.2, "\(errors)")
    },
    Claim("hopfield-capacity", "With Hebb's rule that is near 0.138 patterns for each unit.") { play in
      for point in play.run.findings.capacity!.points {
        if point.load < 0.1 { #expect(point.error < 0.02) }
        if point.load > 0.2 { #expect(point.error > 0.1) }
      }
    },
    Claim("hopfield-capacity", "Five random patterns in 196 units.") { play in
      #expect(play.settler.memory.patterns.count == 5 && play.settler.network.count == 196)
    },
    Claim(
      "hopfield-capacity",
      "The curve shows the share of wrong units after settling, against the patterns for each unit - it is 0 at first, "
        + "and turns upward near the mark."
    ) { play in
      play.finishStep()
      #expect(play.settler.words == "1" && play.run.findings.capacity!.points[0].error == 0)
    },
    Claim("hopfield-capacity", "Now there are 40 patterns, 0.2 for each unit.") { play in
      play.enter(step: 2)
      let memory = play.settler.memory
      #expect(memory.patterns.count == 40 && abs(memory.load - 0.2) < 0.01)
      play.finishStep()
      #expect(play.settler.rest == .fixedPoint && play.settler.words == "spurious, nearest to 1")
    },
    Claim("hopfield-capacity", "The network rests in a state that nobody has stored.") { play in
      play.enter(step: 2)
      play.finishStep()
      #expect(play.settler.rest == .fixedPoint && play.settler.words.hasPrefix("spurious"))
    },
    Claim("hopfield-capacity", "The projection rule keeps all 40.") { play in
      play.enter(step: 3)
      play.finishStep()
      #expect(play.settler.words == "2" && play.trials.solved == 1)
    },
  ]

  /// The energy never rises, and at the end no unit wants to flip.
  static let energyFalls: @Sendable (inout Play) throws -> Void = { play in
    let energies = [play.settler.energy] + play.finishStep { $0.settler.energy }
    #expect(zip(energies, energies.dropFirst()).allSatisfy { $1 <= $0 } && energies.last! < energies[0])
    #expect(play.settler.rest == .fixedPoint && play.settler.state.isStable)
  }
}

extension Play {
  var settler: Settling { run.history.process.settler! }

  /// A hundred settlings of the network as it is.
  var trials: SettlingTrials {
    var copy = session
    _ = copy.perform(.settling(.tryManyTimes))
    return copy.run.findings.trials!
  }
}
