/// A row of the table of settings: all that the program knows of a setting.
///
/// Reading files and `--set`, writing, typing, stepping by keys, the settings panel, the palette, the names of
/// differences, saved runs, the JSON Schema and the lists of settings go by it; nothing else names all settings.
public struct Setting: Sendable {
  /// The key in demo files, dotted: `optimizer.rate`.
  public let key: String
  /// The heading that it stands under on the screen and in lists.
  public let group: Group
  /// The name on the screen: `learning rate`.
  public let label: String
  /// The symbol of formulas: `η`.
  public let symbol: String?
  /// The name where there is little room.
  public let shortLabel: String
  /// What it means, in a few words.
  public let meaning: String
  /// What its number is measured in, on the screen.
  public let unit: Unit
  /// Which values it may have.
  public let shape: SettingShape
  /// What is expected of a value, in words: `a rate above 0 and up to 1000000`.
  public let expected: String
  /// What keys step through.
  public let choices: Choices
  /// What a change does to a run that is in progress.
  public let consequence: Consequence
  /// The value that is as good as saying nothing; files leave it out.
  public let unsaid: SettingValue?
  /// Whether it is another view of settings above it, so that files and saved runs leave it out.
  public let isDerived: Bool
  /// Whether what is typed is one text, marks of YAML such as `#` and `:` in it.
  private(set) var isTakenWhole = false
  /// The kinds of network that it says something of.
  public private(set) var kinds: Set<NetworkKind>
  /// The purposes of a Hopfield network that it says something of.
  private(set) var tasks = Set(SettlingPlan.Task.allCases)

  let read: @Sendable (Experiment) -> SettingValue
  let write: @Sendable (inout Experiment, SettingValue, ReadingContext) throws(Refusal) -> Void
  var resolve: (@Sendable (Experiment) -> SettingValue?)?
  var explain: (@Sendable (Experiment) -> String?)?
  var stepElement: (@Sendable (inout Experiment, _ step: Int, _ element: Int?) -> Bool)?

  /// - Parameters:
  ///   - path: where the value is kept.
  ///   - domain: which values it may have.
  ///   - short: the symbol or the label where nil.
  init<Value: Sendable>(
    _ key: String, _ path: WritableKeyPath<Experiment, Value> & Sendable, _ domain: Domain<Value>,
    _ group: Group, _ label: String, symbol: String? = nil, short: String? = nil, unit: Unit = .none,
    choices: Choices? = nil, costs consequence: Consequence = .nothing, unsaid: SettingValue? = nil,
    _ meaning: String
  ) {
    self.init(
      key, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 }, domain, group, label, symbol: symbol,
      short: short, unit: unit, choices: choices, costs: consequence, unsaid: unsaid, meaning)
  }

  /// As above, for what is kept in another form.
  init<Value: Sendable>(
    _ key: String, get: @escaping @Sendable (Experiment) -> Value,
    set: @escaping @Sendable (inout Experiment, Value) -> Void, _ domain: Domain<Value>,
    _ group: Group, _ label: String, symbol: String? = nil, short: String? = nil, unit: Unit = .none,
    choices: Choices? = nil, costs consequence: Consequence = .nothing, unsaid: SettingValue? = nil,
    isDerived: Bool = false, _ meaning: String
  ) {
    self.key = key
    self.group = group
    self.label = label
    self.symbol = symbol
    self.shortLabel = short ?? symbol ?? label
    self.meaning = meaning
    self.unit = unit
    self.shape = domain.shape
    self.expected = domain.expected
    self.choices = choices ?? Choices(of: domain.shape)
    self.consequence = consequence
    self.unsaid = unsaid
    self.isDerived = isDerived
    kinds = group.kinds
    read = { domain.write(get($0)) }
    write = { experiment, value, context throws(Refusal) in set(&experiment, try domain.read(value, context)) }
  }
}

extension Setting {
  /// The headings of the settings panel and of the lists, in their order.
  public enum Group: String, CaseIterable, Sendable {
    case data, network, settling, sequences, training, surface, run
  }

  /// Whether it says something of an experiment's kind of network, and of what that is for.
  public func applies(to experiment: Experiment) -> Bool {
    kinds.contains(experiment.kind) && tasks.contains(experiment.settling.task)
  }

  /// What a change does to a run that is in progress.
  public enum Consequence: String, CaseIterable, Sendable {
    /// Training goes on with the same data and weights.
    case nothing = "none"
    /// The weights stay, but the data are made ready anew.
    case newData = "new data"
    /// The network begins anew.
    case newWeights = "new weights"
  }

  /// What a number is measured in, on the screen.
  public enum Unit: Hashable, Sendable {
    /// A bare number, or no number.
    case none
    /// The number itself is in percent.
    case percent
    /// A number from 0 to 1, shown in percent.
    case share
    /// So many a second.
    case perSecond
    /// MiB, 2²⁰ bytes.
    case mebibytes
  }

  /// What keys step through.
  public enum Choices: Hashable, Sendable {
    /// Nothing: the value is typed.
    case none
    /// Round and round.
    case ring([SettingValue])
    /// From the least to the greatest; words may stand at either end.
    case ordered([SettingValue])
    /// One up, one down.
    case counting

    /// Of names and flags all, of anything else none.
    init(of shape: SettingShape) {
      switch shape {
      case .flag: self = .ring([.flag(true), .flag(false)])
      case .names(let names, _): self = .ring(names.map { .text($0) })
      case .either(let shapes) where shapes.allSatisfy({ !$0.names.isEmpty }):
        self = .ring(shape.names.map { .text($0) })
      case .whole, .number, .text, .form, .list, .either: self = .none
      }
    }

    /// Numbers in their order, and a word beyond the last.
    static func ordered(_ numbers: [Double], then word: String? = nil) -> Choices {
      .ordered(numbers.map { .number($0) } + (word.map { [.text($0)] } ?? []))
    }

    /// All, in their order.
    public var values: [SettingValue] {
      switch self {
      case .ring(let values), .ordered(let values): values
      case .none, .counting: []
      }
    }
  }

  /// With what a value amounts to, such as the number of samples by default; nil where it is just the value.
  func resolving(_ resolve: @escaping @Sendable (Experiment) -> SettingValue?) -> Setting {
    var setting = self
    setting.resolve = resolve
    return setting
  }

  /// With words that the screen shows behind the value.
  func explained(_ explain: @escaping @Sendable (Experiment) -> String?) -> Setting {
    var setting = self
    setting.explain = explain
    return setting
  }

  /// With texts that are taken as they are typed, as they may name columns with any characters.
  func takenWhole() -> Setting {
    var setting = self
    setting.isTakenWhole = true
    return setting
  }

  /// For other kinds of network than its group is.
  func concerning(_ kinds: NetworkKind...) -> Setting {
    var setting = self
    setting.kinds = Set(kinds)
    return setting
  }

  /// For some purposes of a Hopfield network alone.
  func concerning(_ tasks: SettlingPlan.Task...) -> Setting {
    var setting = self
    setting.tasks = Set(tasks)
    return setting
  }

  /// With keys that step one element of a list.
  func stepping(_ step: @escaping @Sendable (inout Experiment, _ step: Int, _ element: Int?) -> Bool) -> Setting {
    var setting = self
    setting.stepElement = step
    return setting
  }
}

extension Setting.Group {
  /// The kinds of network that its settings say something of, as a rule.
  fileprivate var kinds: Set<NetworkKind> {
    switch self {
    case .data, .network: [.feedforward]
    case .settling: [.hopfield]
    case .sequences: [.recurrent]
    case .training: [.feedforward, .recurrent]
    case .surface: [.feedforward, .hopfield]
    case .run: Set(NetworkKind.allCases)
    }
  }
}

extension Setting: CustomStringConvertible {
  /// The key.
  public var description: String { key }
}

extension Setting: Hashable {
  /// Whether the keys are the same: the table has one row for each.
  public static func == (a: Setting, b: Setting) -> Bool { a.key == b.key }
  /// Hashes the key alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
