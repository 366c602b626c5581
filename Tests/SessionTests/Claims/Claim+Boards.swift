import Experiments
import NeuralNetwork
import Session
import Testing
import Training

/// Puzzles that a network settles into.
extension Claim {
  static let boards = rooks + larger + queens + colours

  private static let rooks = [
    Claim("rooks", "Eight rooks that do not attack each other, placed by a network that settles.") { play in
      play.finishStep()
      #expect(play.settler.words == "solved")
    },
    Claim("rooks", "A unit for each of 64 squares; a unit that is on is a rook.") {
      #expect($0.settler.network.count == 64)
    },
    Claim("rooks", "The state is random, most rooks attack each other, and the energy is high.") { play in
      let arrangement = play.arrangement
      let units = play.settler.state.units
      let attacked = Set(arrangement.clashes(in: units).flatMap { [$0.first, $0.second] })
      #expect(2 * attacked.count > arrangement.taken(in: units).count && play.settler.energy > 50)
    },
    Claim("rooks", "Every unit that flips makes it lower.") { play in
      try energyFalls(&play)
      #expect(play.settler.energy == 0)
    },
    Claim("rooks", "It took three sweeps.") { play in
      play.finishStep()
      #expect(play.settler.sweeps == 3)
    },
    Claim(
      "rooks",
      "There are more than 4 billion ways to put eight rooks on 64 squares; press W, and each of 100 settlings finds a "
        + "right one."
    ) { play in
      #expect(play.arrangement.combinationsExponent > 9.602 && play.trials.solved == 1 && play.trials.count == 100)
    },
  ]

  private static let larger = [
    Claim("rooks", "Then try a larger board with d.") { play in
      #expect(play.settler.network.count == 64)
      play.perform(.change(.board, by: 1, layer: nil))
      #expect(play.settler.network.count == 81 && play.trials.solved == 1)
    }
  ]

  private static let queens = [
    Claim("queens", "A temperature that falls slowly leads out of them.") { play in
      play.enter(step: 3)
      #expect(play.trials.solved > 0.9)
    },
    Claim("queens", "Without a temperature, every unit follows its field.") { play in
      try energyFalls(&play)
      #expect(play.settler.temperature == 0)
    },
    Claim("queens", "It rests with seven queens, a local minimum.") { play in
      play.enter(step: 2)
      #expect(play.settler.rest == .fixedPoint && play.settler.words == "7 of 8 placed, 0 clashes")
    },
    Claim("queens", "How many of 100 settlings end with eight?") { #expect((0.01...0.1).contains($0.trials.solved)) },
    Claim("queens", "about 5") { #expect((0.01...0.1).contains($0.trials.solved)) },
    Claim(
      "queens",
      "Now units go against their field by chance, often while the temperature is high, hardly ever when it is low."
    ) { play in
      play.enter(step: 3)
      let early = play.rises(updates: 640)
      while play.settler.temperature > 0.085 { play.train(updates: 64) }
      let late = play.rises(updates: 640)
      #expect(early > 10 && late * 3 < early, "\(early) \(late)")
    },
    Claim(
      "queens",
      "With a start at 0.3, more than 90 of 100 settlings are solved."
    ) { play in
      play.enter(step: 3)
      #expect(play.settler.settings.annealing.start == 0.3 && play.trials.solved > 0.9)
    },
  ]

  private static let colours = [
    Claim(
      "map-colouring", "Sixteen German states in four colours, no neighbours alike, found by a network that settles."
    ) {
      play in
      play.finishStep()
      #expect(play.settler.words == "solved" && play.arrangement.puzzle == .colouring(.germany, colours: 4))
    },
    Claim("map-colouring", "A unit for each colour of each state, 64 of them.") {
      #expect($0.settler.network.count == 64)
    },
    Claim(
      "map-colouring", "The network begins hot and cools from sweep to sweep; once it is cold, the map is coloured."
    ) {
      play in
      let temperatures = play.finishStep { $0.settler.temperature }
      #expect(zip(temperatures, temperatures.dropFirst()).allSatisfy { $1 <= $0 } && temperatures.last == 0)
      #expect(play.settler.words == "solved")
    },
    Claim("map-colouring", "Now there are three colours.") { play in
      play.enter(step: 2)
      #expect(play.settler.network.count == 48)
      play.finishStep()
      #expect(play.settler.words == "15 of 16 placed, 0 clashes" && play.trials.outcomes.allSatisfy { $0.energy >= 1 })
    },
  ]
}

extension Play {
  fileprivate var arrangement: Arrangement {
    guard case .arrangement(let arrangement) = settler.task else { preconditionFailure("no puzzle") }
    return arrangement
  }

  /// How often the energy rises in so many updates.
  fileprivate mutating func rises(updates: Int) -> Int {
    var energies = [settler.energy]
    energies += watch(updates: updates) { $0.settler.energy }
    return zip(energies, energies.dropFirst()).count { $1 > $0 }
  }
}
