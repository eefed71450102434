using System.IO.Pipelines;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting.Access;
using Tidemark.Collector.Model;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive;

/// <summary>Handles one export request: authentication, routing, body, commit, response.</summary>
internal abstract class ExportEndpoint(ExportEndpointServices services)
{
    private readonly ReceiveOptions _options = services.Options.Value;

    protected RequestBodies Bodies => services.Bodies;

    public async Task HandleAsync(HttpContext context)
    {
        using var timeout = new CancellationTokenSource(Deadline(context), services.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        var admission = services.Authenticator.Admit(context, KeyRole.Send, out var source);
        var result = !services.Hosts.Knows(context) ? new ExportResult(Refusal.ForeignHost()) : admission switch
        {
            Admission.Granted => await ReceiveAsync(context, source, stop.Token),
            Admission.OtherRole => new ExportResult(Refusal.OtherRole()),
            _ => new ExportResult(Refusal.Unauthenticated()),
        };
        Report(OtlpRoutes.NameOf(context.Request.Path), admission == Admission.Unknown ? "" : source, result);
        try
        {
            if (!context.RequestAborted.IsCancellationRequested) await AnswerAsync(context, result);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender has disconnected: there is no one to answer, and it will resend the request.
        }
    }

    /// <summary>Inspects path, method and headers only.</summary>
    /// <exception cref="RefusedException">The request is not an export.</exception>
    protected abstract ExportCall ReadCall(HttpContext context);

    protected abstract Task<RequestBody> ReadBodyAsync(ExportCall call, PipeReader reader, CancellationToken cancellationToken);

    protected abstract Task AnswerAsync(HttpContext context, ExportResult result);

    /// <summary>Time limit of the request.</summary>
    protected virtual TimeSpan Deadline(HttpContext context) => _options.RequestTimeout;

    // Senders that retry lose nothing; permanent refusals must be visible, but not once per request.
    private void Report(string path, string source, in ExportResult result)
    {
        if (result.Refusal is { } refusal)
        {
            ReceiveLog.RequestRefused(services.Logger, path, refusal.HttpStatus, refusal.Message);
            if (refusal.Cause is { } cause) services.Postponed.Count(cause, refusal.Message);
            var count = services.Refused.Record(source, path, refusal.HttpStatus, refusal.Message);
            if (count > 0 && refusal.RetryAfter is null) ReceiveLog.RequestsRefused(services.Logger, count, path, source, refusal.HttpStatus, refusal.Message);
        }
        else if (result.Rejected > 0)
        {
            var reason = result.Message ?? "no reason is known";
            var count = services.Refused.Record(source, path, StatusCodes.Status200OK, reason, result.Rejected);
            if (count > 0) ReceiveLog.ItemsRejected(services.Logger, count, path, source, reason);
        }
    }

    private async Task<ExportResult> ReceiveAsync(HttpContext context, string source, CancellationToken cancellationToken)
    {
        try
        {
            if (services.Lifetime.ApplicationStopping.IsCancellationRequested)
                return new ExportResult(Refusal.Unavailable(RefusalCause.Stopping, "the collector is shutting down", _options.RetryAfter));

            var call = ReadCall(context);
            if (services.Exports.Refusal is { } notNow) return new ExportResult(notNow);
            using var body = await ReadBodyAsync(call, context.Request.BodyReader, cancellationToken);
            return await services.Exports.StoreAsync(call, source, body, cancellationToken);
        }
        catch (Exception exception)
        {
            return new ExportResult(RefusalOf(exception, context));
        }
    }

    private Refusal RefusalOf(Exception exception, HttpContext context)
    {
        if (Refusals.TryOf(exception, _options, out var refusal)) return refusal;
        if (exception is OperationCanceledException || context.RequestAborted.IsCancellationRequested) return Refusal.DeadlineExceeded();
        ReceiveLog.RequestFailed(services.Logger, exception, OtlpRoutes.NameOf(context.Request.Path));
        return Refusal.Unavailable(RefusalCause.Failed, "the collector failed; see its log", _options.RetryAfter);
    }
}
