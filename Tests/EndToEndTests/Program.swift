import Foundation

/// A program that runs without a terminal, to its end.
///
/// Not Foundation's `Process`: its children inherit a socket whose closing it waits for, and a server that a child starts
/// (tmux) never closes it.
enum Program {
  struct Result {
    var status: Int
    var output: String
    var errors: String
    /// The most memory that it held at a time.
    var peakBytes = 0
  }

  /// Runs a program found in PATH or by its path, with nothing on standard input. The status is the exit status, or 128 and
  /// the number of the signal that ended it; 127 where there is no such program.
  static func run(_ command: [String], variables: [String: String] = [:]) throws -> Result {
    guard let output = tmpfile(), let errors = tmpfile() else { throw POSIXError(.EMFILE) }
    defer {
      fclose(output)
      fclose(errors)
    }
    let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }.map { "\($0.key)=\($0.value)" }
    guard let process = spawn(command, environment, output: fileno(output), errors: fileno(errors)) else {
      return Result(status: 127, output: "", errors: "\(command[0]): not found")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let signal = status & 0x7f
    return Result(
      status: signal == 0 ? Int(status >> 8 & 0xff) : 128 + Int(signal), output: contents(of: output),
      errors: contents(of: errors), peakBytes: usage.ru_maxrss << 10)
  }

  private static func spawn(_ command: [String], _ environment: [String], output: Int32, errors: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)  // Threads that run tests block signals; a child would inherit that.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    return posix_spawnp(&process, command[0], &actions, &attributes, arguments, variables) == 0 ? process : nil
  }

  private static func contents(of file: UnsafeMutablePointer<FILE>) -> String {
    rewind(file)
    let data = FileHandle(fileDescriptor: fileno(file), closeOnDealloc: false).readDataToEndOfFile()
    return String(decoding: data, as: UTF8.self)
  }
}
