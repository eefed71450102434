using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Store.Embedded;

internal sealed class EmbeddedPostgresOptionsValidator : IValidateOptions<EmbeddedPostgresOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddedPostgresOptions options) =>
        options.Errors().ToArray() is { Length: > 0 } errors ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
}
