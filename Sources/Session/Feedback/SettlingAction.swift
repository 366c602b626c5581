import NeuralNetwork
import Training

/// What can be done to a Hopfield network, beside all that can be done to any run.
public enum SettlingAction: Hashable, Sendable {
  /// Turns one unit over.
  case flip(unit: Int)
  /// Flips a share of the units, chosen by chance.
  case disturb
  /// Takes the ink from the lower half of the picture.
  case cover
  /// Stores the present state as a pattern more.
  case store
  /// Forgets the pattern that the state is nearest to.
  case forget
  /// The annealing from its start.
  case heat
  /// Sets the units to the next or previous pattern, or to one by its number.
  case recall(SampleChoice)
  /// Settles many times from other beginnings, and tells what came of it.
  case tryManyTimes
}

/// What a Hopfield network has to tell.
public enum SettlingNews: Sendable {
  /// It begins again: as at first, or from another state.
  case began(isNew: Bool)
  /// A unit, by its name, was turned over; what that added to the energy.
  case flipped(String, energy: Double)
  /// So many units were flipped by chance.
  case disturbed(units: Int)
  /// The lower half is covered.
  case covered
  /// The state is a pattern more, by its name.
  case stored(String)
  /// A pattern is no longer stored.
  case forgot(String)
  /// The state is a stored pattern, by its name.
  case recalled(String)
  /// The temperature is where annealing starts; nil where there is none.
  case heated(Float?)
  /// Nothing changes any more, or only back and forth; what the state is, in words.
  case rests(Rest, sweeps: Int, what: String)
  /// So many settlings, of a puzzle or of disturbed patterns.
  case tried(SettlingTrials, isPuzzle: Bool)
}
