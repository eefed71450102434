using System.Diagnostics;
using Tidemark.Testing;
using Tidemark.Testing.Live;

namespace Tidemark.Collector.IntegrationTests.Compose;

/// <summary>The script that docker-compose.yml runs beside Grafana, with this machine's shell and curl.</summary>
public sealed class ServiceAccountTests
{
    private const string Password = "pass: word";

    [Fact]
    public async Task Script_FirstRun_MakesAViewerAndItsToken()
    {
        using var folder = new TemporaryDirectory();
        await using var grafana = await AccountsStandIn.StartAsync(Password);

        var (code, output) = await RunAsync(grafana, folder, Password);

        Assert.True(code == 0, output);
        Assert.Equal(("tidemark-collector", "Viewer"), grafana.Accounts[^1]);
        var token = await File.ReadAllTextAsync(TokenFile(folder));
        Assert.Contains(token, grafana.Tokens.Keys);
        Assert.EndsWith("_tidemark-collector", token, StringComparison.Ordinal);
        Assert.DoesNotContain(token, output, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_TokenThatWorks_IsKept()
    {
        using var folder = new TemporaryDirectory();
        await using var grafana = await AccountsStandIn.StartAsync(Password);
        await RunAsync(grafana, folder, Password);
        var token = await File.ReadAllTextAsync(TokenFile(folder));

        var (code, output) = await RunAsync(grafana, folder, Password);

        Assert.True(code == 0, output);
        Assert.Equal(token, await File.ReadAllTextAsync(TokenFile(folder)));
        Assert.Single(grafana.Tokens);
    }

    [Fact]
    public async Task Script_TokenRevoked_MakesAnotherForTheSameAccount()
    {
        using var folder = new TemporaryDirectory();
        await using var grafana = await AccountsStandIn.StartAsync(Password);
        await RunAsync(grafana, folder, Password);
        var accounts = grafana.Accounts.Count;
        grafana.RevokeAll();

        var (code, output) = await RunAsync(grafana, folder, Password);

        Assert.True(code == 0, output);
        Assert.Equal(accounts, grafana.Accounts.Count);
        Assert.Contains(await File.ReadAllTextAsync(TokenFile(folder)), grafana.Tokens.Keys);
    }

    [Fact]
    public async Task Script_WrongPassword_FailsAndWritesNothing()
    {
        using var folder = new TemporaryDirectory();
        await using var grafana = await AccountsStandIn.StartAsync(Password);

        var (code, _) = await RunAsync(grafana, folder, "another");

        Assert.NotEqual(0, code);
        Assert.False(File.Exists(TokenFile(folder)));
    }

    private static string TokenFile(TemporaryDirectory folder) => Path.Combine(folder.Path, "token");

    private static async Task<(int Code, string Output)> RunAsync(AccountsStandIn grafana, TemporaryDirectory folder, string password)
    {
        var secret = Path.Combine(folder.Path, "admin-password");
        await File.WriteAllTextAsync(secret, password);
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "docker-compose.yml"))) root = root.Parent!;
        var info = new ProcessStartInfo("bash", [Path.Combine(root.FullName, "grafana", "bootstrap", "service-account.sh"), "once"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GRAFANA_URL"] = grafana.Url.ToString().TrimEnd('/'), ["ADMIN_PASSWORD_FILE"] = secret, ["TOKEN_FILE"] = TokenFile(folder) },
        };
        using var process = Process.Start(info)!;
        var output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
