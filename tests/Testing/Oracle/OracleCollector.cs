using Npgsql;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Processes;

namespace Tidemark.Testing.Oracle;

/// <summary>A collector process between two proxies: to its senders and to its database.</summary>
internal sealed class OracleCollector : IAsyncDisposable
{
    private OracleCollector(CollectorProcess process, TcpProxy database)
    {
        Process = process;
        Database = database;
        Clients = new TcpProxy(process.Http.Port);
    }

    public CollectorProcess Process { get; }

    /// <summary>Between senders and the collector.</summary>
    public TcpProxy Clients { get; }

    /// <summary>Between the collector and its database.</summary>
    public TcpProxy Database { get; }

    public Uri Address => new($"http://127.0.0.1:{Clients.Port}");

    public static async Task<OracleCollector> StartAsync(
        string connectionString, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var direct = new NpgsqlConnectionStringBuilder(connectionString);
        var database = new TcpProxy(direct.Port);
        try
        {
            direct.Port = database.Port;
            return new OracleCollector(await CollectorProcess.StartAsync(direct.ConnectionString, settings, cancellationToken: cancellationToken), database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a proxy fail for a time. Connections are reset before the fault ends, so that none continues with missing bytes.</summary>
    public static async Task FailAsync(TcpProxy proxy, ProxyFault fault, TimeSpan time, CancellationToken cancellationToken)
    {
        proxy.Fault = fault;
        await Task.Delay(time, TimeProvider.System, cancellationToken);
        proxy.Fault = ProxyFault.Refuse;
        proxy.CutAll();
        proxy.Fault = ProxyFault.None;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await Clients.DisposeAsync();
        await Database.DisposeAsync();
    }
}
