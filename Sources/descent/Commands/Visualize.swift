import ArgumentParser
import Curses
import Experiments
import NeuralNetwork
import Plots
import Screen
import Session
import Visualizer

/// Opens the visualizer: the gallery of demos, or what SOURCE names.
struct Visualize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Open the visualizer (the default).")

  @Argument(help: SourceOptions.sourceHelp)
  var source: String?

  @OptionGroup var changes: ChangeOptions

  @Option(help: ArgumentHelp("Begin with the weights of a safetensors file.", valueName: "file"))
  var load: String?

  @Option(help: "The colours of the terminal (default: what NO_COLOR, COLORTERM and TERM say).")
  var color: ColorDepth?

  @Option(help: "The look (default: dark, or light on a light background).")
  var theme: Theme.Name?

  @Option(help: "The characters to draw with (default: what the locale and TERM say).")
  var glyphs: GlyphSet?

  @Flag(help: "Begin with fewer and larger things, for the last row of a room (in the program: L).")
  var large = false

  @Flag(
    name: .customLong("class"),
    help: "For a lesson before a class: answers are held until ] shows what is right.")
  var classroom = false

  @Flag(help: "Nothing moves but what training moves.")
  var reduceMotion = false

  @Flag(help: "Print what the file of preferences says, and what it may say, and end.")
  var printConfig = false

  @Flag(help: "Leave the mouse to the terminal, which selects text with it (in the program: M).")
  var noMouse = false

  @Option(
    defaultAsFlag: .run(1),
    help: ArgumentHelp(
      "Go on with the run that was left last, or with the Nth last; list shows them.", valueName: "N|list"))
  var resume: Resumption? = nil

  @Flag(help: "Tell it in lines of text, for screen readers and logs.")
  var plain = false

  func run() throws {
    let preferences = try Preferences.read(.known)
    if printConfig { return try Output.write(preferences.text(.known)) }
    let runs = SavedRuns()
    var left: (run: SavedRun, path: String)?
    switch resume {
    case .list: return try list(runs)
    case .run(let number): left = try runs.read(number: number)
    case nil: left = nil
    }
    let resumed = try left.map { try $0.run.open(path: $0.path) }
    let opened = try source.map { try changes.open($0, preferring: preferences.settings) }
    let weights = try opened.flatMap { opened in try load.map { try opened.weights(from: $0) } }
    if plain, let opened {
      var run = PlainRun(try HeadlessSession(opened, weights: weights))
      var forgetting: Mistake?
      run.remember = { name, lesson in forgetting = CourseFile().note(lesson, of: name) ?? forgetting }
      try run.tell()
      if let forgetting { Failure.report(forgetting) }
      return
    }
    let (terminal, state, isChosen) = try screen(preferences, showsGallery: opened == nil && resumed == nil)
    let autosave = Autosave(in: runs, continuing: left.map { ($0.run.name, $0.path) })
    var loop = EventLoop(
      state: state, terminal: terminal, followsBackground: !isChosen, autosave: autosave, preferences: preferences)
    if let opened {
      loop.perform(.opened(opened.experiment, opened.dataset))
      if opened.isBareData { loop.perform(.room(.toggle)) }
    }
    if let weights { loop.perform(.session(.loaded(weights))) }
    if let resumed {
      loop.perform(.opened(resumed.experiment, resumed.dataset))
      loop.perform(.session(.resumed(resumed)))
    }
    if reduceMotion || preferences.reducesMotion { loop.perform(.network(.toggleMotion)) }
    if classroom { loop.perform(.classroom(.toggleClass)) }
    let ending = loop.run()
    terminal.restore()
    let notice = WaitingNotice("saving the run")
    let saved = Result { try loop.saveRun() }
    notice?.end()
    if case .failure(let error) = saved { Failure.report(error) }
    if let mistake = loop.forgetting { Failure.report(mistake) }
    if case .signal(let signal) = ending { terminal.end(by: signal) }
  }

  /// The terminal and a screen with the gallery on it, as options and preferences want them, and whether either chose the look.
  ///
  /// - Parameter showsGallery: whether the gallery stays, so that the demos must be known.
  private func screen(_ preferences: Preferences, showsGallery: Bool) throws -> (Terminal, State, isChosen: Bool) {
    let terminal = try Terminal(
      options: Terminal.Options(
        depth: color ?? preferences.color.flatMap { ColorDepth(rawValue: $0) },
        glyphs: glyphs ?? preferences.glyphs.flatMap { GlyphSet(rawValue: $0) },
        mouse: !noMouse && preferences.usesMouse))
    let chosen = theme ?? preferences.theme.flatMap { Theme.Name(rawValue: $0) }
    var state = State(
      width: terminal.size.width, height: terminal.size.height,
      theme: Theme(name: chosen ?? .dark, depth: terminal.depth, glyphs: terminal.glyphs),
      demos: showsGallery ? Demos.all : [],
      progress: CourseFile().read())
    state.glyphSets = terminal.glyphSets
    state.isLarge = large || preferences.isLarge
    return (terminal, state, chosen != nil)
  }

  private func list(_ runs: SavedRuns) throws {
    guard !runs.paths.isEmpty else { throw Mistake(.noSavedRun) }
    try Output.write(runs.table)
  }

  func validate() throws {
    if plain, source == nil { throw ValidationError("--plain goes with a SOURCE, such as: descent spiral --plain") }
    if resume != nil, source != nil || load != nil || !changes.assignments.isEmpty || changes.seed != nil {
      throw ValidationError("--resume stands alone: the run goes on with its own source, weights and settings")
    }
    if source == nil, load != nil || !changes.assignments.isEmpty || changes.seed != nil {
      throw ValidationError("--load, --set and --seed go with a SOURCE, such as: descent spiral --seed 2")
    }
  }
}

extension OpenedExperiment {
  /// The weights of a file, for this experiment's network.
  func weights(from path: String) throws -> Parameters {
    try WeightsFile.read(path, layout: try experiment.layout(for: dataset))
  }
}

extension Color {
  /// Whether dark text is read well on it.
  var isLight: Bool { (components?.luminance ?? 0) > 0.5 }
}

extension CourseFile {
  /// Remembers how far a learner has come; where that cannot be written, learning goes on all the same, and the reason is returned.
  fileprivate func note(_ lesson: Lesson, of name: String) -> Mistake? {
    guard Demos.course.contains(where: { $0.name == name }) else { return nil }
    let before = read()
    var progress = before
    progress.note(name, steps: lesson.index + 1, isDone: lesson.isDone)
    guard progress != before else { return nil }
    do throws(Mistake) { try write(progress) } catch { return error }
    return nil
  }
}

extension ColorDepth: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension Theme.Name: ExpressibleByArgument {}
