namespace Tidemark.Testing.Processes;

/// <summary>How a program ended and what it wrote.</summary>
internal sealed record ProgramResult(int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>All that it wrote, standard output first.</summary>
    public string Output => StandardOutput + StandardError;

    public void Deconstruct(out int exitCode, out string output) => (exitCode, output) = (ExitCode, Output);
}
