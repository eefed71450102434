using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Tidemark.Testing.Live;

/// <summary>Answers <c>POST /api/live/push/:streamId</c> as Grafana 12 does, and records violations that would affect a browser.</summary>
internal sealed partial class GrafanaStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IReadOnlyDictionary<string, string> _pushers;
    private readonly Lock _gate = new();
    private readonly LiveRules _rules = new();
    private readonly List<LivePush> _pushes = [];
    private readonly List<string> _breaches = [];
    private readonly List<DateTimeOffset> _requests = [];
    private string? _last;
    private int _inFlight;

    private GrafanaStandIn(WebApplication app, IReadOnlyDictionary<string, string> pushers)
    {
        _app = app;
        _pushers = pushers;
    }

    public Uri Url => new(_app.Urls.First());

    public StandInMood Mood { get; set; }

    /// <summary>The response while failing.</summary>
    public int FailureStatus { get; set; } = StatusCodes.Status500InternalServerError;

    /// <summary>Refuses lines of this measurement, as Grafana refuses unreadable ones.</summary>
    public string? Unreadable { get; set; }

    public IReadOnlyList<LivePush> Pushes
    {
        get
        {
            lock (_gate) return [.. _pushes];
        }
    }

    /// <summary>Times of all requests, whatever the response.</summary>
    public IReadOnlyList<DateTimeOffset> Requests
    {
        get
        {
            lock (_gate) return [.. _requests];
        }
    }

    public IReadOnlyList<string> Breaches
    {
        get
        {
            lock (_gate) return [.. _breaches, .. _rules.Breaches];
        }
    }

    /// <param name="pushers">Names by <c>Authorization</c> header; empty = anonymous pushes are accepted.</param>
    /// <param name="port">0 = any.</param>
    public static async Task<GrafanaStandIn> StartAsync(IReadOnlyDictionary<string, string> pushers, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        var standIn = new GrafanaStandIn(app, pushers);
        app.Run(standIn.AnswerAsync);
        await app.StartAsync();
        return standIn;
    }

    /// <summary>The accepted lines of a measurement, in order.</summary>
    public IReadOnlyList<LiveLine> Lines(string measurement) => [.. Pushes.SelectMany(push => push.Lines).Where(line => line.Measurement == measurement)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var pusher = "";
        lock (_gate) _requests.Add(TimeProvider.System.GetUtcNow());
        if (_pushers.Count > 0 && !_pushers.TryGetValue(context.Request.Headers.Authorization.ToString(), out pusher))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (Push().Match(context.Request.Path.Value ?? "") is not { Success: true } path || !HttpMethods.IsPost(context.Request.Method))
        {
            Note($"{context.Request.Method} {context.Request.Path} is no push");
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (Mood == StandInMood.Silent)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else if (Mood == StandInMood.Cutting) context.Abort();
        else if (Mood == StandInMood.Failing) context.Response.StatusCode = FailureStatus;
        else context.Response.StatusCode = await TakeAsync(context, path.Groups[1].Value, pusher!, body);
    }

    private async Task<int> TakeAsync(HttpContext context, string stream, string pusher, string body)
    {
        if (Interlocked.Increment(ref _inFlight) > 1) Note("two pushes at a time");
        try
        {
            // Long enough for another push to overtake, if pushes were concurrent.
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            return Take(context, stream, pusher, body);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private int Take(HttpContext context, string stream, string pusher, string body)
    {
        var format = context.Request.Query["gf_live_frame_format"].ToString();
        if (format is not ("" or "labels_column" or "wide")) return StatusCodes.Status400BadRequest;
        lock (_gate)
        {
            if (format == "wide") _breaches.Add("wide: the schema changes with every series");
            try
            {
                var lines = LineReader.Read(body);
                if (lines.Any(line => line.Measurement == Unreadable)) return StatusCodes.Status500InternalServerError;
                if (_last is not null && _last != pusher) _rules.ForgetOrder();
                _last = pusher;
                var now = TimeProvider.System.GetUtcNow();
                _rules.Check(stream, lines, now);
                _rules.Passed(stream, lines);
                _pushes.Add(new LivePush(_pushes.Count + 1, pusher, now, lines));
                return StatusCodes.Status200OK;
            }
            catch (Exception malformed) when (malformed is FormatException or OverflowException)
            {
                _breaches.Add(string.Create(CultureInfo.InvariantCulture, $"cannot be read: {malformed.Message}"));
                return StatusCodes.Status500InternalServerError;
            }
        }
    }

    private void Note(string breach)
    {
        lock (_gate) _breaches.Add(breach);
    }

    [GeneratedRegex("^/api/live/push/([A-z0-9_-]+)$")]
    private static partial Regex Push();
}
