import Experiments
import Training

/// Changes.
extension Course {
  /// Performs the changes one after another, and takes over what is asked for from then on.
  public mutating func apply(_ edit: Edit) {
    edit.changes.forEach { perform($0) }
    (experiment, dataset, initial) = (edit.experiment, edit.dataset, edit.initial)
  }

  private mutating func perform(_ change: Change) {
    switch change {
    case .training(let edit): training?.apply(edit)
    case .settling(let edit): settler?.apply(edit)
    case .recurrent(let edit): recurrent?.apply(edit)
    case .engine(let next): begin(next)
    }
  }

  private mutating func begin(_ next: Engine) {
    switch next {
    case .training(let trainer): training?.apply(.trainer(trainer))
    case .settling(let next): settler = settler.map { next.taking(over: $0) }
    case .recurrent(let next): recurrent = recurrent.map { next.taking(over: $0) }
    }
  }

  /// The edit's own words; where it has none, those of the changes, joined by commas.
  public func name(of edit: Edit) -> String { edit.name ?? edit.changes.map { name(of: $0) }.joined(separator: ", ") }

  private func name(of change: Change) -> String {
    switch change {
    case .training(let edit): edit.name(for: trainer)
    case .settling(let edit): edit.name
    case .recurrent(let edit): recurrent?.name(of: edit) ?? ""
    case .engine: "begun again"
    }
  }

  /// Whether what goes on would change, or what is asked for beside speed, view and surface.
  public func isChanged(by edit: Edit) -> Bool {
    edit.changes.contains { isChanged(by: $0) } || edit.experiment.looking(like: experiment) != experiment
  }

  private func isChanged(by change: Change) -> Bool {
    switch change {
    case .training(let edit): training?.isChanged(by: edit) == true
    case .settling(let edit): settler?.isChanged(by: edit) == true
    case .recurrent(let edit): recurrent?.isChanged(by: edit) == true
    case .engine: true
    }
  }

  /// Whether another network takes over with any of the changes.
  public static func takesOver(with edit: Edit) -> Bool {
    edit.changes.contains { change in
      switch change {
      case .training(let edit): Trainer.takesOver(with: edit)
      case .settling, .recurrent: false
      case .engine: true
      }
    }
  }

  /// Whether with any of the changes the costs mean something else.
  public func startsCurve(with edit: Edit) -> Bool {
    edit.changes.contains { change in
      switch change {
      case .training(let edit): trainer.startsCurve(with: edit)
      case .settling(let edit): settler?.startsCurve(with: edit) == true
      case .recurrent(let edit): recurrent?.startsCurve(with: edit) == true
      case .engine: false
      }
    }
  }

  /// The edit with each of the changes bare; the rest is kept.
  public static func bare(_ edit: Edit) -> Edit {
    var bare = edit
    bare.changes = edit.changes.map { change in
      switch change {
      case .training(let edit): .training(Trainer.bare(edit))
      case .engine(.recurrent(let trainer)): .engine(.recurrent(trainer.bare()))
      case .engine(.training(let trainer)): .engine(.training(trainer.bare()))
      case .settling, .recurrent, .engine(.settling): change
      }
    }
    return bare
  }
}

/// Memory.
extension Course {
  /// The memory of the edit: its changes, its rows and its first weights, those that are shared counted as such.
  public static func footprint(of edit: Edit) -> Footprint {
    let own = Footprint(own: MemoryLayout<Edit>.stride)
    return edit.changes.reduce(own) { $0 + footprint(of: $1) } + Footprint(of: edit.dataset)
      + Footprint(sharing: edit.initial)
  }

  private static func footprint(of change: Change) -> Footprint {
    switch change {
    case .training(let edit): Trainer.footprint(of: edit)
    case .settling(let edit): Settling.footprint(of: edit)
    case .recurrent(let edit): RecurrentTrainer.footprint(of: edit)
    case .engine(.training(let trainer)): trainer.footprint
    case .engine(.settling(let settling)): settling.footprint
    case .engine(.recurrent(let trainer)): trainer.footprint
    }
  }

  /// The memory of the course: that of what goes on, the rows and the first weights.
  public var footprint: Footprint {
    var own = MemoryLayout<Course>.stride
    var going = Footprint(own: 0)
    if let training {
      own -= MemoryLayout<Trainer>.stride
      going = training.footprint
    }
    if let settler {
      own -= MemoryLayout<Settling>.stride
      going = settler.footprint
    }
    if let recurrent {
      own -= MemoryLayout<RecurrentTrainer>.stride
      going = recurrent.footprint
    }
    return Footprint(own: own) + going + Footprint(of: dataset) + Footprint(sharing: initial)
  }
}
