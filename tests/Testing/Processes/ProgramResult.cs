namespace Tidemark.Testing.Processes;

/// <summary>Exit code and output of a program.</summary>
internal sealed record ProgramResult(int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>All output, standard output first.</summary>
    public string Output => StandardOutput + StandardError;

    public void Deconstruct(out int exitCode, out string output) => (exitCode, output) = (ExitCode, Output);
}
