using System.ComponentModel;
using System.Diagnostics;

namespace Tidemark.Collector.IntegrationTests.Compose;

/// <summary>A test that needs the <c>docker compose</c> command, but no Docker engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DockerComposeFactAttribute : FactAttribute
{
    private static readonly bool IsInstalled = Run("version") is { ExitCode: 0 };

    public DockerComposeFactAttribute()
    {
        if (!IsInstalled) Skip = "docker compose is not installed on this machine.";
    }

    /// <returns>Null without a docker command.</returns>
    internal static (int ExitCode, string Output)? Run(params string[] arguments)
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", ["compose", .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var error = docker.StandardError.ReadToEndAsync();
            var output = docker.StandardOutput.ReadToEnd();
            docker.WaitForExit();
            return (docker.ExitCode, output + error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
