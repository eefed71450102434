using System.Net;
using System.Net.Sockets;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Diagnostics;

/// <summary>A failed start writes one line to standard error and exits with code 1.</summary>
public sealed class StartFailureTests : IDisposable
{
    private const string Directory = $"{EmbeddedPostgresOptions.Section}:Directory";
    private const string BinDirectory = $"{EmbeddedPostgresOptions.Section}:BinDirectory";

    private readonly TemporaryDirectory _temporary = new();

    private string Root => Path.Combine(_temporary.Path, "pg");

    [Fact]
    public async Task Start_PortInUse_NamesThePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var line = await FailAsync(("Tidemark:Receive:Http", $"{taken.LocalEndpoint}"));

        Assert.Contains($"Tidemark:Receive:Http: {taken.LocalEndpoint} cannot be opened: address already in use", line);
    }

    [Fact]
    public async Task Start_AddressOfAnotherMachine_SaysSo()
    {
        var line = await FailAsync(("Tidemark:Query:Listen", "192.0.2.1:8080"), ("Tidemark:Receive:AllowUnauthenticated", "true"));

        Assert.Contains("this machine does not have the address", line);
    }

    [Fact]
    public async Task Start_CertificateIsNone_NamesTheSetting()
    {
        var file = Path.Combine(_temporary.Path, "certificate.pem");
        await File.WriteAllTextAsync(file, "not a certificate");

        var line = await FailAsync(("Tidemark:Receive:Tls:Certificate", file), ("Tidemark:Receive:Tls:Key", file));

        Assert.Contains("Tidemark:Receive:Tls", line);
    }

    [Fact]
    public async Task Start_SettingsFileBroken_SaysWhere()
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(_temporary.Path, "settings")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{ \"Tidemark\": ");

        var line = await FailAsync(("DOTNET_CONTENTROOT", folder));

        Assert.Contains("appsettings.json", line);
    }

    [Fact]
    public async Task Start_FolderUnwritable_NamesIt()
    {
        // Fails for root too, because a file cannot contain a folder.
        var file = Path.Combine(_temporary.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var line = await FailAsync((Directory, Path.Combine(file, "pg")));

        Assert.Contains($"The folder {file}/pg cannot be used for a database", line);
    }

    [Fact]
    public async Task Start_InitdbKilled_SaysSoAndNextStartSucceeds()
    {
        var programs = await ProgramsAsync("kill -9 $$");

        var line = await FailAsync((Directory, Root), (BinDirectory, programs));
        Assert.Contains("initdb could not make a database in", line);
        Assert.Contains("ended by signal 9", line);

        await using var collector = await CollectorProcess.StartAsync(connectionString: null, new Dictionary<string, string> { [Directory] = Root });
        Assert.Equal(0, await collector.StopAsync());
    }

    [Fact]
    public async Task Start_KilledDuringInitdb_NextStartSucceedsBesideIt()
    {
        var reached = Path.Combine(_temporary.Path, "reached");
        var goOn = Path.Combine(_temporary.Path, "go-on");
        var programs = await ProgramsAsync($"echo x >> {reached}; while [ ! -e {goOn} ]; do sleep 0.1; done");
        await File.WriteAllTextAsync(reached, "");
        File.SetUnixFileMode(reached, UnixFileMode.UserRead | UnixFileMode.OtherWrite | UnixFileMode.OtherRead);
        var settings = new Dictionary<string, string> { [Directory] = Root, [BinDirectory] = programs };
        await using var collector = await CollectorProcess.StartAsync(connectionString: null, settings, waitUntilReady: false);
        await Eventually.TrueAsync(() => new FileInfo(reached).Length > 0);

        // Its initdb is still running while the next start creates a cluster.
        await collector.KillAsync();
        await File.WriteAllTextAsync(goOn, "");
        await collector.RestartAsync();

        Assert.Equal(0, await collector.StopAsync());
        Assert.True(System.IO.Directory.Exists(Path.Combine(Root, "data")));
    }

    [Fact]
    public async Task Start_ClusterOfOtherVersion_SaysWhichIsMissing()
    {
        System.IO.Directory.CreateDirectory(Path.Combine(Root, "data"));
        await File.WriteAllTextAsync(Path.Combine(Root, "data", "PG_VERSION"), "9\n");
        await File.WriteAllTextAsync(Path.Combine(Root, "password"), "x\n");

        var line = await FailAsync((Directory, Root));

        Assert.Contains("was made by PostgreSQL 9, but this machine has", line);
    }

    [Fact]
    public async Task Start_DatabaseUnreachable_FailsWithinStartTimeout()
    {
        var line = await FailAsync(
            ("ConnectionStrings:Tidemark", "Host=127.0.0.1;Port=1;Username=a;Password=hush"), ("Tidemark:Store:StartTimeout", "00:00:01"));

        Assert.Contains("Failed to connect to 127.0.0.1:1: Connection refused.", line);
        Assert.DoesNotContain("hush", line);
    }

    [Theory]
    [InlineData("Password", "guess", "password authentication failed")]
    [InlineData("Database", "not_there", "database \"not_there\" does not exist")]
    public async Task Start_ServerRefusesLogin_SaysWhyAtOnce(string key, string value, string wanted)
    {
        await using var database = await TestDatabase.CreateAsync();
        var wrong = new NpgsqlConnectionStringBuilder(database.ConnectionString) { [key] = value };

        Assert.Contains(wanted, await FailAsync(("ConnectionStrings:Tidemark", wrong.ConnectionString)));
    }

    [PgBouncerFact]
    public async Task Start_BehindPoolerThatIsNotNamed_NamesTheSetting()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var pooler = await PgBouncer.StartAsync(database.ConnectionString);

        Assert.Contains(
            "Set Tidemark:Store:TransactionPooler=true.", await FailAsync(("ConnectionStrings:Tidemark", pooler.Through(database.ConnectionString))));
    }

    [Fact]
    public async Task Start_RoleWithoutRights_SaysWhatToGrant()
    {
        await using var database = await TestDatabase.CreateAsync();
        var role = $"{database.Name}_weak";
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'weak'");
        try
        {
            var weak = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "weak" };

            var line = await FailAsync(("ConnectionStrings:Tidemark", weak.ConnectionString));

            Assert.Contains("permission denied for database", line);
            Assert.Contains("GRANT CREATE ON DATABASE", line);
        }
        finally
        {
            await database.ExecuteAsync($"DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task Start_DatabaseOfOtherEncoding_SaysSo()
    {
        await using var database = await TestDatabase.CreateAsync();
        var name = $"{database.Name}_ascii";
        await database.ExecuteAsync($"CREATE DATABASE {name} ENCODING 'SQL_ASCII' TEMPLATE template0");
        try
        {
            var other = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = name };

            Assert.Contains("has encoding SQL_ASCII; UTF-8 is needed", await FailAsync(("ConnectionStrings:Tidemark", other.ConnectionString)));
        }
        finally
        {
            await database.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    public void Dispose() => _temporary.Dispose();

    /// <summary>Runs a collector that cannot start.</summary>
    /// <returns>The line on standard error.</returns>
    private static async Task<string> FailAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["Tidemark:Receive:Grpc"] = "127.0.0.1:0",
            ["Tidemark:Receive:Http"] = "127.0.0.1:0",
            ["Tidemark:Query:Listen"] = "127.0.0.1:0",
            ["ConnectionStrings:Tidemark"] = "",
        };
        foreach (var (key, value) in settings) all[key] = value;
        if (all["ConnectionStrings:Tidemark"].Length == 0) all.Remove("ConnectionStrings:Tidemark");

        var result = await CollectorExecutable.RunAsync(all);

        Assert.True(result.ExitCode == 1, result.Output);
        Assert.DoesNotContain("   at ", result.Output);
        return Assert.Single(result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A folder of PostgreSQL's programs with a wrapped initdb.</summary>
    private async Task<string> ProgramsAsync(string first)
    {
        var launcher = new Launcher(new EmbeddedPostgresOptions());
        var real = await new PostgresBinariesFinder(new EmbeddedPostgresOptions(), launcher).FindAsync(null, CancellationToken.None);
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(_temporary.Path, "programs")).FullName;
        foreach (var program in new[] { "postgres", "pg_ctl" }) File.CreateSymbolicLink(Path.Combine(folder, program), Path.Combine(real.Directory, program));
        var initdb = Path.Combine(folder, "initdb");
        await File.WriteAllTextAsync(initdb, $"#!/bin/sh\n{first}\nexec {real.Initdb} \"$@\"\n");
        File.SetUnixFileMode(initdb, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        return folder;
    }
}
