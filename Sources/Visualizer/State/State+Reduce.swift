import Datasets
import Experiments
import Plots
import Screen

extension State {
  /// Takes in what happened and says what is to be done outside. The only way in which the state changes.
  public mutating func reduce(_ action: Action) -> [Effect] {
    if action.comesFromPerson { notice = nil }
    defer {
      if !isRunning { run?.measureIfStale() }
      if let run { surface.follow(run) }
    }
    switch action {
    case .quit: return [.quit]
    case .resize(let width, let height): (self.width, self.height) = (width, height)
    case .train(let updates): train(updates)
    case .animate: advanceAnimation()
    case .pace(let updatesPerSecond): pace = updatesPerSecond
    case .surfacePace(let pointsPerSecond): surface.adapt(to: pointsPerSecond)
    case .opened(let experiment, let dataset): return open(experiment, dataset)
    case .rows(let rows): return enterAwaitedStep(rows)
    case .lessonForward: return goOn()
    case .loaded(let parameters): begin(with: parameters)
    case .resumed(let trainer): resume(trainer)
    case .failed(let words): warn(words)
    case .surface(let outcome): take(outcome)
    case .notice(let words): notice = Notice(text: words, isWarning: false)
    case .type(let press): return type(press)
    case .mouse(let event): return click(event)
    case .help, .palette, .gallery, .escape, .enter, .move, .pick: return navigate(action)
    case .save: return save()
    default: perform(action)
    }
    return []
  }

  /// The actions that change the run or its look and need nothing from outside.
  private mutating func perform(_ action: Action) {
    switch action {
    case .toggleRun: toggleRun()
    case .stepForward: step(back: false)
    case .stepBack: step(back: true)
    case .finerSteps: setGranularity(by: -1)
    case .coarserSteps: setGranularity(by: 1)
    case .restart: restart(newWeights: false)
    case .restartWithNewWeights: restart(newWeights: true)
    case .change(let setting, let step): change(setting, by: step)
    case .nextBatchMode: nextBatchMode()
    case .focus(let panel): focus(on: panel)
    case .focusNext: focusNeighbor(by: 1)
    case .focusPrevious: focusNeighbor(by: -1)
    case .zoom: toggleZoom()
    case .toggleLogarithmicLoss: toggleLogarithm()
    case .timeline: toggleTimeline()
    case .lessonBack: goBack()
    case .toggleGuessing: toggleGuessing()
    case .toggleTwin: toggleTwin()
    case .changeAxes(let step): changeAxes(by: step)
    case .toggleRace: toggleRace()
    case .toggleFog: toggleFog()
    case .markWeights: markWeights()
    case .nextTheme: retheme(name: follower(of: theme.name, in: Theme.Name.allCases, by: 1), glyphs: theme.glyphs)
    case .toggleMotion: toggleMotion()
    case .checkGradient: checkGradient()
    case .nextGlyphs: retheme(name: theme.name, glyphs: follower(of: theme.glyphs, in: GlyphSet.allCases, by: 1))
    default: break
    }
  }

  /// Of the surface where it has the focus, else of the loss.
  private mutating func toggleLogarithm() {
    if focus == .surface { surface.isLogarithmic = !surface.isLogarithmicNow } else { isLossLogarithmic.toggle() }
  }

  mutating func warn(_ words: String) { notice = Notice(text: words, isWarning: true) }

  private mutating func retheme(name: Theme.Name, glyphs: GlyphSet) {
    theme = Theme(name: name, depth: theme.depth, glyphs: glyphs)
    notice = Notice(text: "theme \(name.rawValue), glyphs \(glyphs.rawValue)", isWarning: false)
  }

  private mutating func open(_ experiment: Experiment, _ dataset: Dataset) -> [Effect] {
    do {
      run = try Run(experiment, dataset: dataset)
      surface = SurfaceView()
      overlay = nil
      selection = nil
      isRunning = experiment.surfaceMode != .fog
      surface.follow(run!)
      return beginLesson()
    } catch {
      warn(String(describing: error))
      return []
    }
  }
}
