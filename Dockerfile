# Needs the program published first, with its own runtime:
#   dotnet publish src/Dti.Web -c Release -r linux-x64 --self-contained -o .build/app
FROM debian:12-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends chromium curl libicu72 ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home dti && mkdir /data && chown dti /data
COPY .build/app /app
COPY indicators /app/indicators
COPY reports /app/reports
ENV DTI_ROOT=/app DTI_CHROMIUM_SANDBOX=off
USER dti
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["/app/dti"]
CMD ["serve", "--data", "/data", "--urls", "http://0.0.0.0:5080"]
