import Datasets
import Experiments
import Plots
import Screen
import Session

extension State {
  /// Takes in what happened and says what is to be done outside. The only way in which the state changes.
  public mutating func reduce(_ action: Action) -> [Effect] {
    if action.comesFromPerson { notice = nil }
    if !action.isMouse { hand.lastPress = nil }
    return reducing { $0.dispatch(action) }
  }

  /// Changes the state, sees to it that its parts still go together, and returns what is to be done outside.
  fileprivate mutating func reducing(_ change: (inout State) -> Void) -> [Effect] {
    effects = []
    let (covering, depth) = (overlay, depth)
    change(&self)
    lesson.noteProgress(in: session, of: demos)
    keepSelectionInside(depth)
    // Without an experiment nothing lies behind the gallery.
    if session == nil, overlay == nil { overlay = covering.isGallery ? covering : .gallery(Gallery()) }
    defer { effects = [] }
    return effects
  }

  /// The layers of the network with weights; nil without one.
  private var depth: Int? { run?.history.process.point.layout.layers.count }

  /// Lets the selection go where the network at the present position has no such unit, or other layers than before: the output
  /// that was selected would be a hidden unit then.
  private mutating func keepSelectionInside(_ before: Int?) {
    guard selection != nil else { return }
    guard let run, depth == before || before == nil else { return selection = nil }
    if let settler = run.history.process.settler {
      return selection = selection.flatMap { $0.layer == 0 && $0.unit < settler.network.count ? $0 : nil }
    }
    let layout = run.history.process.point.layout
    selection = selection.flatMap { $0.isInside(layout) ? $0 : nil }
  }

  /// Has an action carried out by whom it concerns.
  mutating func dispatch(_ action: Action) {
    switch action {
    case .session(let action): perform(action)
    case .stepForward: step(back: false)
    case .stepBack: step(back: true)
    case .change(let setting, let step):
      perform(.change(counterpart(of: setting), by: step, layer: selectedHiddenLayer))
    case .enterValue(let setting):
      if session != nil { overlay = .entry(Entry(.setting(setting))) }
    case .changeAxes(let step): perform(.surface(.changeAxes(by: step, parameters: selectedAxes)))
    case .arithmetic(let action): perform(action)
    case .network(let action): perform(action)
    case .room(let action): perform(action)
    case .toggleLogarithm:
      focus == .surface ? surface.toggleLogarithm(session?.scene) : loss.isLogarithmic.toggle()
    case .nextSurfaceShape: changeSurfaceShape()
    case .focus(let panel):
      if room != nil { perform(DataRoom.Action.toggle) }
      focus(on: panel)
    case .focusNext: focus(on: follower(of: focus, in: panels, by: 1))
    case .focusPrevious: focus(on: follower(of: focus, in: panels, by: -1))
    case .zoom: toggleZoom()
    case .escape: escape()
    case .enter: enter()
    case .move(let direction): move(direction)
    case .help: overlay = overlay.isHelp ? nil : .help(Help(beside: self))
    case .glossary(let name):
      let term = name.flatMap { Glossary.term(named: $0) }
      overlay = .glossary(GlossaryPage(at: term ?? SelectedTerms(self).terms.last))
    case .classroom(let action): perform(action)
    case .palette: overlay = .palette(CommandPalette(recent: hand.recentCommands))
    case .gallery: overlay = .gallery(Gallery())
    case .inputs: openInputs()
    case .sketch:
      guard let run, let sheet = Sketch(for: run) else {
        return warn("this network's inputs are no pictures that could be drawn")
      }
      overlay = .sketch(sheet)
    case .flipUnit: flipUnit()
    case .nextTheme: retheme(name: follower(of: theme.name, in: Theme.Name.allCases, by: 1), glyphs: theme.glyphs)
    case .nextGlyphs: retheme(name: theme.name, glyphs: follower(of: theme.glyphs, in: glyphSets, by: 1))
    case .toggleLarge: isLarge.toggle()
    case .redraw: effects.append(.redraw)
    case .toggleMouse: effects.append(.toggleMouse)
    case .miniature(let action): if network.hasMotion || !action.isMotion { overlay?.perform(action, demos) }
    case .demos(let demos): CommandPalette.take(demos, in: &self)
    case .open(let demo): open(demo: demo)
    case .suggested(let name, let glyphs): theme = theme.changed(name: name, glyphs: glyphs)
    case .save: save()
    case .quit: effects.append(.quit)
    case .type(let press): type(press)
    case .mouse(let event): click(event)
    case .foreignLetter(let letter): hint(at: letter)
    case .resize(let width, let height): (self.width, self.height) = (width, height)
    case .opened(let experiment, let dataset): open(experiment, dataset)
    case .failed(let words): warn(words)
    case .notice(let words): tell(words)
    case .atWork(let isAtWork): notice = .saying(atWork: isAtWork, inPlaceOf: notice)
    }
  }

  /// Does something to the session, and what it wants in return.
  mutating func perform(_ action: LearningSession.Action) {
    let passed = lesson.classroom.passed(action, to: session?.lesson)
    // What follows an answer that was held shows what is right, where that was wrong.
    for (place, action) in passed.enumerated() where place == 0 || session?.lesson?.awaitsChoice == true {
      carryOut(action)
    }
  }

  private mutating func carryOut(_ action: LearningSession.Action) {
    if session.map({ Workload(of: $0).isLong(action) }) == true { return effects.append(.beside(action)) }
    if session?.patience != nil { effects.append(.happened(action)) }
    happen(action) { $0?.perform(action) }
  }

  /// What the screen makes of something that happens to the session.
  fileprivate mutating func happen(
    _ action: LearningSession.Action, as change: (inout LearningSession?) -> [LearningSession.Effect]?
  ) {
    let wasLesson = focus == .lesson && session?.lesson?.awaitsChoice == true
    let openings = session?.unsealings
    guard let wishes = change(&session) else { return }
    wishes.forEach { grant($0) }
    follow(action)
    if session?.unsealings != openings { overlay = .verdict(Verdict()) }
    // Once the choice is made, it is the panel from which the learner came that shows what is right.
    if wasLesson, action.isAnswer, session?.lesson?.awaitsChoice == false { focus(on: recency[1]) }
  }

  private mutating func grant(_ effect: LearningSession.Effect) {
    switch effect {
    case .say(let news): notice = Notice(news)
    case .read(let recipe): effects.append(.read(recipe))
    case .focus(let panel): focus(on: panel)
    case .show(let view): show(view: view)
    case .select(.sample(let row)): perform(.look(.row(row)))
    case .select(let target): selection = Selection(target)
    }
  }

  /// What the panels do as something happens to the session.
  private mutating func follow(_ action: LearningSession.Action) {
    guard let session else { return }
    switch action {
    case .lesson:
      lesson.scrolled = nil
      if !session.isRunning { network.animation = nil }
    case .train:
      // What broke is said in place of whatever was said last.
      if session.divergence != nil { notice = nil }
      if session.run.history.process.kind == .feedforward, let speed = session.updatesPerSecond, speed <= 2,
        !session.scene.ownsSteps
      {
        network.animate(session.run.trainer, .update)
      }
    case .step(let back):
      guard !session.scene.ownsSteps else { return }
      arithmetic.scroll = nil
      network.animation = nil
      if !back, session.run.history.process.kind == .feedforward {
        network.animate(session.run.trainer, session.granularity)
      }
    case .toggleRun, .finerSteps, .coarserSteps, .restart, .look, .pace, .patience, .measure, .change, .set,
      .nextBatchMode,
      .toggleInput, .changeColumn,
      .setParameter,
      .toggleTwin, .timeline, .surface, .checkGradient, .settling, .unseal, .rows, .loaded, .resumed:
      break
    }
  }

  /// A step forward shows what is covered, if anything is; else it is made, and its signals are seen on their way.
  private mutating func step(back: Bool) {
    guard session?.scene.ownsSteps == true || !arithmetic.uncover(back: back) else { return }
    perform(.step(back: back))
  }

  /// Says once why a key of another alphabet does nothing.
  private mutating func hint(at letter: Unicode.Scalar) {
    guard !hand.hasHintedAlphabet else { return }
    hand.hasHintedAlphabet = true
    tell("\(letter): the keys are Latin letters; switch the keyboard's layout, or use F12 for every action by name")
  }

  private mutating func changeSurfaceShape() {
    if focus == .map, let run, map.changeShape(in: run) { return }
    let slot = layout.slots.first { $0.front == .surface }
    surface.changeShape(columns: (slot?.region.width ?? 2) - 2)
  }

  private mutating func retheme(name: Theme.Name, glyphs: GlyphSet) {
    theme = theme.changed(name: name, glyphs: glyphs)
    tell("theme \(name.rawValue), glyphs \(glyphs.rawValue)")
  }

  private mutating func openInputs() {
    guard let run else { return }
    guard run.history.process.kind == .feedforward else {
      return warn(Mistake(.noPart(setting: "the choice of inputs", of: run.history.process.kind)).description)
    }
    overlay = .inputs(InputSwitches())
  }

  /// The setting that a key changes in the present kind of network in place of a feedforward one's.
  private func counterpart(of setting: Setting) -> Setting {
    guard let run, !setting.applies(to: run.experiment) else { return setting }
    let isMemory = run.experiment.settling.task == .memory
    let others: [Setting: Setting] =
      switch run.history.process.kind {
      case .feedforward: [:]
      case .hopfield: [.learningRate: .temperature, .optimizer: .rule, .data: isMemory ? .patterns : .board]
      case .recurrent: [.data: .sequences, .activation: .recurrentActivation]
      }
    return others[setting] ?? setting
  }

  /// Turns the selected unit of a Hopfield network over.
  private mutating func flipUnit() {
    guard let settler = run?.history.process.settler else {
      return warn("only the units of a Hopfield network are turned over")
    }
    perform(.settling(.flip(unit: selection?.unit ?? settler.nextUnit ?? 0)))
  }

  /// Opens an experiment: all that belonged to the one before ends.
  private mutating func open(_ experiment: Experiment, _ dataset: Dataset) {
    do {
      var next = try LearningSession(experiment, dataset: dataset, granularity: session?.granularity ?? .update)
      let wishes = next.begin()
      if let patience = session?.patience { _ = next.perform(.patience(patience)) }
      session = next
      (overlay, selection, zoomed, room) = (nil, nil, nil, nil)
      (loss, surface, lesson.scrolled) = (LossPanel(isLogarithmic: loss.isLogarithmic), SurfacePanel(), nil)
      arithmetic = ArithmeticPanel(isGuessing: arithmetic.isGuessing)
      (network.animation, map) = (nil, MapPanel())
      network.sequence = SequencePanel()
      settings.reach(experiment)
      recency.removeAll { $0 == .lesson }
      if next.lesson != nil { recency.insert(.lesson, at: 1) }
      wishes.forEach { grant($0) }
    } catch {
      warn(String(describing: error))
    }
  }
}

extension LearningSession.Action {
  /// Whether it answers a lesson's question.
  fileprivate var isAnswer: Bool {
    if case .lesson(.choose) = self { return true }
    if case .lesson(.answer) = self { return true }
    if case .lesson(.pick) = self { return true }
    return false
  }
}

extension Overlay? {
  fileprivate var isHelp: Bool { if case .help = self { true } else { false } }
  fileprivate var isGallery: Bool { if case .gallery = self { true } else { false } }
}

extension SessionWork {
  /// Lets the session with which it has been done take the place of the one on the screen; returns what is to be done outside.
  public func take(place state: inout State) -> [Visualizer.Effect] {
    if action.comesFromPerson { state.notice = nil }
    return state.reducing {
      $0.happen(action) {
        $0 = session
        return wishes
      }
    }
  }
}
