import Training

/// Goes on as what goes on in it does.
extension Course: Parting {
  /// The phases performed.
  public var clock: Int { training?.clock ?? settler?.clock ?? recurrent!.clock }

  /// Performs the next phase.
  public mutating func advance() {
    training?.advance()
    settler?.advance()
    recurrent?.advance()
  }

  /// The updates of weights or of units.
  public var updates: Int { training?.updates ?? settler?.updates ?? recurrent!.updates }
  /// The epochs, or the sweeps over all units.
  public var epoch: Int { training?.epoch ?? settler?.epoch ?? recurrent!.epoch }
  /// The clock at which the step began.
  public var stepStart: Int { training?.stepStart ?? settler?.stepStart ?? recurrent!.stepStart }
  /// The clock at which the epoch began.
  public var epochStart: Int { training?.epochStart ?? settler?.epochStart ?? recurrent!.epochStart }
  /// The phases of a step at most.
  public var phasesPerStep: Int { training?.phasesPerStep ?? settler?.phasesPerStep ?? recurrent!.phasesPerStep }
  /// Whether the next phase begins a step.
  public var isBetweenSteps: Bool { training?.isBetweenSteps ?? settler?.isBetweenSteps ?? recurrent!.isBetweenSteps }
  /// Whether the next phase begins an epoch.
  public var isBetweenEpochs: Bool {
    training?.isBetweenEpochs ?? settler?.isBetweenEpochs ?? recurrent!.isBetweenEpochs
  }
  /// Whether a training has diverged, or a network has come to rest.
  public var isStill: Bool { training?.isStill ?? settler?.isStill ?? recurrent!.isStill }

  /// Steps, up to the end of an epoch.
  @discardableResult
  public mutating func stride(upTo limit: Int, costs: UnsafeMutablePointer<Float>?) -> Int {
    training?.stride(upTo: limit, costs: costs) ?? settler?.stride(upTo: limit, costs: costs)
      ?? recurrent!.stride(upTo: limit, costs: costs)
  }

  /// Phases on to a clock, or until so much work is done.
  public mutating func replay(to clock: Int, work: Int) -> Int {
    training?.replay(to: clock, work: work) ?? settler?.replay(to: clock, work: work)
      ?? recurrent!.replay(to: clock, work: work)
  }

  /// The counts of the present moment, all at once.
  public var counts: ProcessCounts { training?.counts ?? settler?.counts ?? recurrent!.counts }

  /// The mean cost of the last batch, or the energy.
  public var cost: Float? { training?.cost ?? settler?.cost ?? recurrent?.cost }
  /// The work done, in multiply-adds, roughly.
  public var effort: Int { training?.effort ?? settler?.effort ?? recurrent!.effort }
  /// The work of one step.
  public var effortPerStep: Int { training?.effortPerStep ?? settler?.effortPerStep ?? recurrent!.effortPerStep }

  /// The phases after which all that the last step left is computed anew.
  public var settling: Int { training?.settling ?? settler?.settling ?? recurrent!.settling }

  /// A copy with a bare training; what is beside it is kept.
  public func bare() -> Course {
    var copy = self
    (copy.training, copy.settler, copy.recurrent) = (training?.bare(), settler?.bare(), recurrent?.bare())
    return copy
  }

  /// A copy whose training is ready to go on.
  public func restored() -> Course {
    var copy = self
    (copy.training, copy.settler, copy.recurrent) =
      (training?.restored(), settler?.restored(), recurrent?.restored())
    return copy
  }

  /// The units of the last phase, where there are several to be shown one by one.
  public var units: Int? { training?.units ?? settler?.units ?? recurrent?.units }
  /// The samples or sequences that the next step takes.
  public var samplesAhead: Int { training?.samplesAhead ?? settler?.samplesAhead ?? recurrent!.samplesAhead }
  /// The samples, sequences or units taken so far.
  public var samplesSeen: Int { training?.samplesSeen ?? settler?.samplesSeen ?? recurrent!.samplesSeen }
  /// Both parts as they are measured now; nil of a network that settles.
  public var found: (training: Measures?, test: Measures?) { training?.found ?? recurrent?.found ?? (nil, nil) }

  /// What goes on, parted by the changes of all edits, and what is asked for by the last.
  public func parted(by edits: [Edit]) -> Course? {
    guard let last = edits.last else { return nil }
    let changes = edits.flatMap(\.changes)
    var copy = self
    (copy.experiment, copy.dataset) = (last.experiment, last.dataset)
    if let training {
      copy.training = training.parted(by: changes.compactMap { if case .training(let edit) = $0 { edit } else { nil } })
    } else if let settler {
      copy.settler = settler.parted(by: changes.compactMap { if case .settling(let edit) = $0 { edit } else { nil } })
    } else {
      copy.recurrent = recurrent?.parted(
        by: changes.compactMap { if case .recurrent(let edit) = $0 { edit } else { nil } })
    }
    let isParted = copy.training != nil || copy.settler != nil || copy.recurrent != nil
    return isParted ? copy : nil
  }

  /// The next batch sample by sample; nil where it cannot be taken so.
  public func walk(showing count: Int) -> SampleWalk? { training?.walk(showing: count) }
}
